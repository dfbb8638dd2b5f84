// SPDX-License-Identifier: MIT

extension BCFOutputFault: Explained {
  package var sentence: String {
    let name = path == "-" ? "standard output" : path
    func shown(_ text: [UInt8]) -> String { String(decoding: text, as: UTF8.self).escaped }
    switch fault {
    case .header:
      return "\(name): the header cannot be written as BCF; write VCF instead (-O z)"
    case .undeclared(let place, let kind, let text):
      return
        "\(name): record \(shown(place)): \(kind) \(EscapedText(text)) has no ##\(kind) line, which BCF "
        + "needs; declare it (bcftools annotate -h, bcftools reheader) or write VCF instead (-O z)"
    case .lost(let place, let text):
      return
        "\(name): record \(shown(place)): the header's type cannot hold \(EscapedText(text)), so BCF would "
        + "lose it; correct the header line or write VCF instead (-O z)"
    case .refused(let place):
      return "\(name): record \(shown(place)) cannot be written as BCF; write VCF instead (-O z)"
    case .outOfMemory: return "\(name): not enough memory to write BCF"
    }
  }

  package var exitStatus: ExitStatus { .malformedInput }
}

extension String {
  /// Without the quotes that show where a text ends.
  fileprivate var escaped: String {
    let text = EscapedText(utf8).description
    return String(text.dropFirst().dropLast())
  }
}
