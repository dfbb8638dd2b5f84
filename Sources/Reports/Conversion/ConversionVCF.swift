// SPDX-License-Identifier: MIT

package import Annotation
import Calls
import Genome

/// Calls as VCF 4.4, one record a call, that our own reader reads back to the same calls.
///
/// Sequence-resolved alleles and breakends of VCF input keep POS, REF and ALT; every other call becomes a
/// symbolic allele on the base before it with END and SVLEN. A carrier's GT is the input's with the
/// call's allele as 1 and other ALTs as `.`; where the input has none it is `./1`: carried, zygosity not
/// stated. A sample that does not carry the call is `.`. Copies in a sample that the input does not name
/// stand in INFO. Zygosity and claims (SVCLAIM) are never made up.
///
/// - Source: VCF 4.4, sections 1.4.5, 1.6.2 and 5.
package struct ConversionVCF: Report {
  private let context: ConversionContext

  package init(_ context: ConversionContext) { self.context = context }

  package func head() -> [UInt8] {
    var buffer: [UInt8] = []
    buffer.append("##fileformat=VCFv4.4\n")
    for line in [
      "ALT=<ID=DEL,Description=\"Loss\">", "ALT=<ID=DUP,Description=\"Gain\">",
      "ALT=<ID=CNV,Description=\"Copy-number call whose direction is not stated\">",
      "ALT=<ID=CNV:LOH,Description=\"Loss of heterozygosity\">",
      "ALT=<ID=GAINLOH,Description=\"Loss of heterozygosity in a gain\">",
      "ALT=<ID=INS,Description=\"Insertion\">", "ALT=<ID=INV,Description=\"Inversion\">",
      "ALT=<ID=OTHER,Description=\"Other structural variant\">",
      "INFO=<ID=END,Number=1,Type=Integer,Description=\"End position, 1-based inclusive\">",
      "INFO=<ID=SVLEN,Number=A,Type=Integer,Description=\"Length of the variant\">",
      "INFO=<ID=SVCLAIM,Number=A,Type=String,Description=\"Claim: D depth, J junction\">",
      "INFO=<ID=IMPRECISE,Number=0,Type=Flag,Description=\"Ends are not breakpoints\">",
      "INFO=<ID=CIPOS,Number=.,Type=Integer,Description=\"Confidence interval around POS\">",
      "INFO=<ID=CIEND,Number=.,Type=Integer,Description=\"Confidence interval around END\">",
    ] { buffer.append("##\(line)\n") }
    if context.samples.isEmpty {
      buffer.append(
        "##INFO=<ID=COPIES,Number=1,Type=Float,Description=\"Copies of the segment in a sample that the "
          + "input does not name\">\n")
    }
    let header = context.inputs.first?.vcf?.header ?? []
    for line in header.split(separator: 0x0A)
    where line.starts(with: "##FILTER=<".utf8) || line.starts(with: "##contig=<".utf8) {
      buffer.append(contentsOf: line.last == 0x0D ? line.dropLast() : line)
      buffer.append(0x0A)
    }
    if context.inputs.first?.vcf == nil { appendContigs(to: &buffer) }
    let samples = context.samples
    if !samples.isEmpty {
      buffer.append(
        "##FORMAT=<ID=GT,Number=1,Type=String,Description=\"Genotype\">\n"
          + "##FORMAT=<ID=CN,Number=1,Type=Float,Description=\"Copies of the segment\">\n")
    }
    context.provenance.append(to: &buffer)
    buffer.append("#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO")
    if !samples.isEmpty { buffer.append("\tFORMAT") }
    for sample in samples {
      buffer.append(0x09)
      buffer.append(contentsOf: sample)
    }
    buffer.append(0x0A)
    return buffer
  }

  private func appendContigs(to buffer: inout [UInt8]) {
    let prefix = context.inputs.first?.usesChrPrefix ?? true
    let assembly = Assembly.of(context.build)
    for contig in Contig.assembled {
      guard let length = assembly.length(of: contig) else { continue }
      let name = !prefix ? contig.name : contig == .mitochondrion ? "chrM" : "chr\(contig.name)"
      buffer.append("##contig=<ID=\(name),length=\(length),assembly=\(context.build.name)>\n")
    }
  }

  package func append(_ batch: AnnotatedBatch, to buffer: inout [UInt8]) {
    var row = CallRow(batch, context.inputs[batch.calls.input])
    for index in batch.calls.calls.indices {
      row.index = index
      append(row, to: &buffer)
    }
  }

  private func append(_ row: CallRow, to buffer: inout [UInt8]) {
    let call = row.call
    let arena = row.arena
    let keepsAllele =
      row.input.vcf != nil && !call.alt.isEmpty && arena[Int(call.alt.start)] != 0x3C
      && !(call.alt.count == 1 && arena[Int(call.alt.start)] == 0x2E)
    buffer.append(call.contigName, of: arena)
    buffer.append(0x09)
    if keepsAllele {
      let line = arena[call.lineText.range]
      buffer.append(contentsOf: line.drop { $0 != 0x09 }.dropFirst().prefix { $0 != 0x09 })
    } else {
      buffer.append(decimal: call.type == .breakend ? call.interval.end : call.interval.start)
    }
    buffer.append(0x09)
    buffer.append(call.inputID, of: arena)
    buffer.append(0x09)
    if keepsAllele {
      buffer.append(call.ref, of: arena)
      buffer.append(0x09)
      buffer.append(call.alt, of: arena)
    } else {
      buffer.append("N\t\(Self.symbol(of: call.type))")
    }
    buffer.append("\t.\t")
    buffer.append(call.filter, of: arena)
    buffer.append(0x09)
    appendInfo(row, keepsAllele: keepsAllele, to: &buffer)
    if !context.samples.isEmpty { appendSamples(row, to: &buffer) }
    buffer.append(0x0A)
  }

  private func appendInfo(_ row: CallRow, keepsAllele: Bool, to buffer: inout [UInt8]) {
    let call = row.call
    guard !keepsAllele, !call.flags.contains(.noEnd) else {
      buffer.append(0x2E)
      return
    }
    buffer.append("END=\(call.interval.end)")
    if call.type != .breakend { buffer.append(";SVLEN=\(call.interval.length)") }
    if call.type == .loss || call.type == .gain || call.type == .cnv {
      // A table states copy numbers; a VCF that states no claim gets none.
      let isTable = row.input.vcf == nil
      buffer.append(
        ";SVCLAIM=" + (call.flags.contains(.junctionOnly) ? "J" : isTable ? "D" : "."))
    }
    if context.samples.isEmpty, call.copyNumber.isKnown {
      buffer.append(";COPIES=")
      call.copyNumber.append(to: &buffer)
    }
    let details = row.details
    guard details.outer != nil || details.inner != nil else { return }
    let outer = details.outer ?? call.interval
    let inner = details.inner ?? call.interval
    buffer.append(
      ";IMPRECISE;CIPOS=\(outer.start - call.interval.start),\(inner.start - call.interval.start)"
        + ";CIEND=\(inner.end - call.interval.end),\(outer.end - call.interval.end)")
  }

  private func appendSamples(_ row: CallRow, to buffer: inout [UInt8]) {
    buffer.append("\tGT:CN")
    let names = row.sampleNames
    let genotypes = CarrierGenotypes(row.call, row.batch.calls).cells
    for sample in context.samples {
      guard let carrier = names.firstIndex(of: sample) else {
        buffer.append("\t.:.")
        continue
      }
      buffer.append(0x09)
      let cell = carrier < genotypes.count ? row.arena[genotypes[carrier]] : []
      buffer.append(contentsOf: Self.genotype(cell, of: row.call))
      buffer.append(0x3A)
      row.call.copyNumber.append(to: &buffer)
    }
  }

  /// A GT with the call's allele as 1, the reference as 0 and everything else missing.
  private static func genotype(_ cell: ArraySlice<UInt8>, of call: Call) -> [UInt8] {
    let unstated = Array("./1".utf8)
    var text: [UInt8] = []
    var number = 0
    var hasNumber = false
    var ploidy = 0
    var carries = false
    for byte in cell + [0x2F] {
      if byte >= 0x30, byte <= 0x39 {
        number = min(number * 10 + Int(byte - 0x30), 100_000)
        hasNumber = true
        continue
      }
      if hasNumber {
        if number == Int(call.allele) { carries = true }
        text.append(number == 0 ? 0x30 : number == Int(call.allele) ? 0x31 : 0x2E)
        ploidy += 1
      }
      if byte == 0x2E { ploidy += 1 }
      text.append(byte)
      number = 0
      hasNumber = false
    }
    text.removeLast()
    // One haplotype would say that one copy is expected.
    let saysPloidy = ploidy > 1 || call.expectedCopyNumber == CopyNumber(1)
    return carries && saysPloidy ? text : unstated
  }

  private static func symbol(of type: CallType) -> String {
    switch type {
    case .loss: "<DEL>"
    case .gain: "<DUP>"
    case .loh: "<CNV:LOH>"
    case .gainLOH: "<GAINLOH>"
    case .cnv, .neutral: "<CNV>"
    case .insertion: "<INS>"
    case .inversion: "<INV>"
    // A table row has no mate: the specification's single breakend.
    case .breakend: "N."
    case .snv, .indel, .mnv, .other: "<OTHER>"
    }
  }
}
