// SPDX-License-Identifier: MIT

internal import Genome
internal import KnowledgeBase

extension KnowledgeBaseError {
  /// What is wrong with a compiled knowledge base.
  var storeSentence: String {
    let again = "run clincall kb build again"
    return switch self {
    case .noManifest(let folder):
      "\(folder): no knowledge base there (no manifest.json); \(again) or name another folder"
    case .badManifest(let file):
      "\(file): not the manifest of a knowledge base; \(again)"
    case .damagedManifest(let file):
      "\(file): its own checksum does not match; the file is damaged, \(again)"
    case .unsupportedFormat(let file, let found, let supported):
      "\(file): format version \(found), this program reads \(supported); "
        + (found > supported ? "update the program or \(again)" : again)
    case .missingStore(let file):
      "\(file): the manifest names this file and it is not there; \(again)"
    case .notAStore(let file):
      "\(file): not a compiled knowledge base; \(again)"
    case .foreignByteOrder(let file):
      "\(file): compiled with the other byte order; \(again)"
    case .truncatedStore(let file, let expected, let found):
      "\(file): \(found) of \(expected) bytes; the file is damaged, \(again)"
    case .wrongBuild(let file, let expected, let found):
      "\(file): the store of build \(found) where \(expected.name) was expected; \(again)"
    case .badChecksum(let file, let section):
      "\(file): checksum of \(section ?? "the header") does not match; the file is damaged, \(again)"
    case .badSection(let file, let section):
      "\(file): section \(section) is missing or out of bounds; \(again)"
    case .badValue(let file, let section, let row):
      "\(file): section \(section) has an impossible value in row \(row); \(again)"
    case .digestMismatch(let file):
      "\(file): not the file that manifest.json names (SHA-256 differs), as after an interrupted "
        + "build; \(again)"
    default: "the knowledge base cannot be used; \(again)"
    }
  }
}
