// SPDX-License-Identifier: MIT

import Annotation
import Calls

extension ReportContext {
  /// Whether a call of a batch gets a row, by the rule of the run: the same for every report but VCF, which
  /// holds every record.
  func emits(_ index: Int, of batch: AnnotatedBatch) -> Bool {
    emit.emits(
      batch.calls.calls[index], hasHits: !batch.hits(ofCall: index).isEmpty,
      hasMatch: batch.hasMatch(index))
  }
}
