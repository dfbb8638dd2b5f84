// SPDX-License-Identifier: MIT

package import Calls

/// What the words of BED files and tables for gains and losses mean.
///
/// Whole cells, in any case. `CNV` never means a gain. A word that is not here is an error of the file:
/// a guessed direction would be a guessed diagnosis.
///
/// - Source: call-file study, section 0.4.
package enum TypeVocabulary {
  /// The type that `word` states, with the copy number where the word is one; nil for an unknown word.
  package static func type(of word: String) -> (type: CallType, copyNumber: CopyNumber)? {
    var key = word.lowercased()
    if key.hasPrefix("<"), key.hasSuffix(">") { key = String(key.dropFirst().dropLast()) }
    if let type = words[key] { return (type, copies[key].map { CopyNumber($0) } ?? .unknown) }
    if key.hasPrefix("x"), let number = Int32(key.dropFirst()), (0..<100).contains(number),
      number != 2
    {
      return (number < 2 ? .loss : .gain, CopyNumber(number))
    }
    // Mobile elements and tandem copies keep their first level, as in VCF.
    if key.hasPrefix("del:") || key.hasPrefix("del_") { return (.loss, .unknown) }
    if key.hasPrefix("dup:") || key.hasPrefix("dup_") { return (.gain, .unknown) }
    if key.hasPrefix("ins:") || key.hasPrefix("ins_") { return (.insertion, .unknown) }
    return nil
  }

  private static let copies: [String: Int32] = [
    "homozygous copy loss": 0, "homdel": 0, "homozygous_deletion": 0, "hetdel": 1,
    "hemizygous_deletion": 1,
  ]

  private static let words: [String: CallType] = {
    var words: [String: CallType] = [:]
    for word in [
      "del", "deletion", "loss", "lost", "cn loss", "copy number loss", "copy_number_loss",
      "cn_loss",
      "homozygous copy loss", "hetdel", "homdel", "hemizygous_deletion", "homozygous_deletion",
      "cn0",
    ] { words[word] = .loss }
    for word in [
      "dup", "duplication", "gain", "cn gain", "high copy gain", "amp", "amplification",
      "copy number gain", "copy_number_gain", "copy_number_duplication", "cn_gain", "trp",
      "tandem_duplication", "cn2", "cn3", "cn4", "cn5", "cn6", "cn7", "cn8", "cn9",
    ] { words[word] = .gain }
    for word in [
      "loh", "aoh", "roh", "upd", "cnloh", "cn-loh", "loh region", "cnv:loh", "hmz",
    ] { words[word] = .loh }
    words["gainloh"] = .gainLOH
    words["gain_loh"] = .gainLOH
    words["other"] = .other
    for word in [
      "cnv", "mcnv", "copy number variation", "gain+loss", "complexcnv", "allelic imbalance",
      "sequence alteration",
    ] { words[word] = .cnv }
    words["ins"] = .insertion
    words["insertion"] = .insertion
    words["inv"] = .inversion
    words["inversion"] = .inversion
    for word in ["bnd", "tra", "translocation", "breakend"] { words[word] = .breakend }
    words["neutral"] = .neutral
    // One copy on a haplotype is the reference.
    words["cn1"] = .neutral
    return words
  }()
}
