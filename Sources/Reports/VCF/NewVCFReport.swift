// SPDX-License-Identifier: MIT

package import Annotation
import Calls
import Genome
import KnowledgeBase

/// VCF output of an input that is no VCF: one VCF 4.4 record a call.
///
/// Symbolic alleles on the base before the call, with END and SVLEN; SVCLAIM=D because BED files and
/// tables state copy numbers, not junctions. REF is `N`: the input has no sequence.
///
/// - Source: VCF 4.4, sections 1.4.5 and 5.
package struct NewVCFReport: Report {
  private let context: ReportContext
  private let annotation: AlleleAnnotation

  package init(_ context: ReportContext) {
    self.context = context
    annotation = AlleleAnnotation(context)
  }

  package func head() -> [UInt8] {
    var buffer: [UInt8] = []
    buffer.append("##fileformat=VCFv4.4\n")
    for line in [
      "ALT=<ID=DEL,Description=\"Loss\">", "ALT=<ID=DUP,Description=\"Gain\">",
      "ALT=<ID=CNV,Description=\"Copy-number call whose direction is not stated\">",
      "ALT=<ID=CNV:LOH,Description=\"Loss of heterozygosity\">",
      "ALT=<ID=INS,Description=\"Insertion\">", "ALT=<ID=INV,Description=\"Inversion\">",
      "ALT=<ID=OTHER,Description=\"Other structural variant\">",
      "INFO=<ID=END,Number=1,Type=Integer,Description=\"End position, 1-based inclusive\">",
      "INFO=<ID=SVLEN,Number=A,Type=Integer,Description=\"Length of the variant\">",
      "INFO=<ID=SVCLAIM,Number=A,Type=String,Description=\"Claim: D depth, J junction\">",
      "FILTER=<ID=PASS,Description=\"All filters passed\">",
    ] { buffer.append("##\(line)\n") }
    for key in VCFKey.allCases {
      buffer.append(key.headerLine(release: context.provenance.value(of: "kb_release")))
    }
    let prefix = context.inputs.first?.usesChrPrefix ?? true
    let assembly = Assembly.of(context.build)
    for contig in Contig.assembled {
      guard let length = assembly.length(of: contig) else { continue }
      let name = name(of: contig, prefix: prefix)
      buffer.append("##contig=<ID=\(name),length=\(length),assembly=\(context.build.name)>\n")
    }
    context.provenance.append(to: &buffer)
    buffer.append("#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\n")
    return buffer
  }

  private func name(of contig: Contig, prefix: Bool) -> String {
    guard prefix else { return contig.name }
    return contig == .mitochondrion ? "chrM" : "chr\(contig.name)"
  }

  package func append(_ batch: AnnotatedBatch, to buffer: inout [UInt8]) {
    let arena = batch.calls.arena
    let prefix = context.inputs[batch.calls.input].usesChrPrefix
    for index in batch.calls.calls.indices {
      let call = batch.calls.calls[index]
      if call.contig.isAssembled {
        buffer.append(name(of: call.contig, prefix: prefix))
      } else {
        buffer.append(call.contigName, of: arena)
      }
      buffer.append(0x09)
      buffer.append(decimal: call.type == .breakend ? call.interval.end : call.interval.start)
      buffer.append(0x09)
      if call.inputID.isEmpty {
        buffer.append(0x2E)
      } else {
        buffer.append(infoValue: arena[call.inputID.range])
      }
      buffer.append("\tN\t\(alternate(of: call.type))\t.\t.\t")
      if call.type == .breakend {
        buffer.append("END=\(call.interval.end)")
      } else {
        buffer.append("END=\(call.interval.end);SVLEN=\(call.interval.length)")
      }
      if call.type == .loss || call.type == .gain || call.type == .cnv {
        buffer.append(";SVCLAIM=D")
      }
      let before = buffer.count
      annotation.append(index..<index + 1, of: batch, alleles: 1, to: &buffer)
      if buffer.count > before { buffer.insert(0x3B, at: before) }
      buffer.append(0x0A)
    }
  }

  private func alternate(of type: CallType) -> String {
    switch type {
    case .loss: "<DEL>"
    case .gain: "<DUP>"
    case .loh, .gainLOH: "<CNV:LOH>"
    case .cnv, .neutral: "<CNV>"
    case .insertion: "<INS>"
    case .inversion: "<INV>"
    // A table row has no mate: the specification's single breakend.
    case .breakend: "N."
    case .snv, .indel, .mnv, .other: "<OTHER>"
    }
  }
}
