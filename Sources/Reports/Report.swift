// SPDX-License-Identifier: MIT

package import Annotation
package import Calls
package import Classification
package import Genome
package import KnowledgeBase

/// One kind of output: turns annotated batches into bytes, batch by batch and without state between
/// them, so that batches are formatted at once.
package protocol Report: Sendable {
  /// What stands before the first call.
  func head() -> [UInt8]
  /// Appends what the batch's calls become.
  func append(_ batch: AnnotatedBatch, to buffer: inout [UInt8])
  /// What stands after the last call.
  func tail(_ counts: RecordCounts) -> [UInt8]
}

extension Report {
  package func tail(_ counts: RecordCounts) -> [UInt8] { [] }
}

/// What every report of a run is made with.
package struct ReportContext: Sendable {
  /// One input of the run, as reports name it.
  package struct Input: Sendable {
    /// File name without folder and compression suffix, for the `source` column.
    package let name: String
    package let samples: [[UInt8]]
    /// The program that made the calls, when the input says.
    package let caller: String?
    /// The header of a VCF input; nil for other formats.
    package let vcf: VCFInput?
    /// Whether contigs are spelled with `chr`; for VCF made of other formats.
    package let usesChrPrefix: Bool
    /// What the calls were made from, for their ISCN names; nil where the format does not tell.
    package let technique: ISCNName.Technique?

    package init(
      name: String, samples: [[UInt8]], caller: String?, vcf: VCFInput?, usesChrPrefix: Bool,
      technique: ISCNName.Technique? = nil
    ) {
      self.name = name
      self.samples = samples
      self.caller = caller
      self.vcf = vcf
      self.usesChrPrefix = usesChrPrefix
      self.technique = technique
    }
  }

  /// The header of a VCF input, to be written again.
  package struct VCFInput: Sendable {
    package let header: [UInt8]
    /// Where the `#CHROM` line begins in ``header``.
    package let columnLineStart: Int
    package let infoIDs: Set<String>
    package let formatIDs: Set<String>

    package init(
      header: [UInt8], columnLineStart: Int, infoIDs: Set<String>, formatIDs: Set<String> = []
    ) {
      self.formatIDs = formatIDs
      self.header = header
      self.columnLineStart = columnLineStart
      self.infoIDs = infoIDs
    }
  }

  package let provenance: Provenance
  package let build: GenomeBuild
  package let store: DosageStore
  /// Gene models and cytobands; what they would fill is missing where the knowledge base has none.
  package let genes: GeneStore?
  /// The alleles of ClinVar and the Evidence Repository; nil where the knowledge base has none.
  package var variants: VariantStore?
  /// Gene validity, actionability, predictions and gene groups; nil where there are none.
  package let curations: GeneCurationStore?
  /// Population records and ClinVar CNVs; nil where the knowledge base has none.
  package let intervals: IntervalRecordStore?
  package let emit: EmitRule
  package let inputs: [Input]
  /// The sex of samples by name, as far as it was said.
  package let sexes: [[UInt8]: Sex]
  package let rubric: Rubric
  /// The relatives' calls; nil without a pedigree.
  package var family: FamilyAnnotator?

  /// The laboratory's own calls; nil where no list is given.
  package let lab: LabCallStore?

  package init(
    provenance: Provenance, build: GenomeBuild, store: DosageStore, genes: GeneStore? = nil,
    curations: GeneCurationStore? = nil,
    intervals: IntervalRecordStore? = nil, emit: EmitRule, inputs: [Input],
    sexes: [[UInt8]: Sex] = [:], lab: LabCallStore? = nil, rubric: Rubric = .riggs2020
  ) {
    self.provenance = provenance
    self.build = build
    self.store = store
    self.genes = genes
    self.curations = curations
    self.intervals = intervals
    self.emit = emit
    self.inputs = inputs
    self.sexes = sexes
    self.rubric = rubric
    self.lab = lab
  }
}
