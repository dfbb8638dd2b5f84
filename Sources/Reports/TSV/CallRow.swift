// SPDX-License-Identifier: MIT

import Annotation
import Calls

/// A call of a batch, with everything that its cells are made of.
///
/// Made once a batch and moved from call to call: making one a call would count references of a dozen
/// columns for each.
struct CallRow {
  let batch: AnnotatedBatch
  let input: ReportContext.Input
  /// The call's number in the batch.
  var index = 0

  init(_ batch: AnnotatedBatch, _ input: ReportContext.Input) {
    self.batch = batch
    self.input = input
  }

  var call: Call { batch.calls.calls[index] }
  var arena: [UInt8] { batch.calls.arena }
  /// The curated features that the call overlaps, as a range of the batch's hits.
  var hits: Range<Int> { batch.hits(ofCall: index) }
  var genes: ArraySlice<GeneHit> { batch.genes[batch.genes(ofCall: index)] }
  /// The alleles of ClinVar and the Evidence Repository that the call is.
  var variants: ArraySlice<UInt32> { batch.variants(ofCall: index) }
  /// What only some inputs state; empty where this one does not.
  var details: CallDetails { batch.calls.details(of: call) }
}
