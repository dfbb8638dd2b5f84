// SPDX-License-Identifier: MIT

package import CallFiles
package import Genome

/// Something that a user should know about a run that succeeded.
package enum RunNote: Sendable, Equatable {
  /// A statement of the input that speaks against the build it was read on.
  case buildDoubt(path: String, String, GenomeBuild)
  /// What was decided about an input that states it nowhere.
  case remark(path: String, String)
  case blankLines(Int)
  /// Names that BCF output declares and the input does not.
  case declared(path: String, kind: String, [[UInt8]])
  /// Records that could not be read and were left out because the user said so.
  case rejected(Int, path: String)
  case noCalls
  /// So many samples have a terminal loss and a terminal gain on two chromosomes.
  case unbalancedTranslocations(Int)
  /// The relatives' calls could not be looked at before the run.
  case familyNotRead
  /// Nobody of the pedigree is a sample of an input; the first names.
  case pedigreeFitsNoSample([[UInt8]])
  /// Contigs of regions that an input does not declare.
  case unknownContigs(path: String, [String])
  /// All of an input was read for the regions asked for.
  case readWhole(path: String, RegionReading.Reason)
  /// The index that was used is older than the input.
  case olderIndex(path: String, index: String)
  /// Lines of the laboratory's list that nothing can be alike.
  case unusedLabCalls(path: String, strangers: Int, undirected: Int)
  /// Genes of a filter's list that the knowledge base has neither a curation nor a model of.
  case unknownGenes(stage: String, [String])
}
