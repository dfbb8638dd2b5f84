// SPDX-License-Identifier: MIT

internal import Files
internal import KnowledgeBase
package import KnowledgeBaseUpdate

extension UpdateError: Explained {
  package var sentence: String {
    switch self {
    case .noFolder:
      "no folder; give the one to keep with -o DIR, or name it in CLINCALL_KB"
    case .badTable(let file, let line, let fault):
      "\(file):\(line): \(fault.sentence)"
    case .unknownSource(let name):
      "--accept \(name): no source of this name; --print-sources lists them"
    case .locked(let folder):
      "\(folder): another update is running; try again later"
    case .file(let error): error.sentence
    case .noCurl: "the program curl, which fetches the files, is not installed; install it"
    case .transfer(let url, let fault): "\(url): \(fault.sentence)\(Self.unchanged)"
    case .status(let url, let code):
      "\(url): the server answered \(code)\(Self.meaning(of: code))\(Self.unchanged)"
    case .notInMirror(let path):
      "\(path): no such file in the mirror; put it there, or leave its row out with --sources"
        + Self.unchanged
    case .knowledgeBase(let error): error.sentence + Self.unchanged
    case .tooFewRows(let name, let minimum, let found):
      "\(name): \(grouped(found)) rows, at least \(grouped(minimum)) are expected; look at the file, "
        + "and give --accept \(name) if it is right\(Self.unchanged)"
    case .rowsChanged(let name, let before, let now):
      "\(name): \(grouped(now)) rows where the release in use has \(grouped(before)), a change of more "
        + "than 20 %; look at the file, and give --accept \(name) if it is right\(Self.unchanged)"
    case .notKept(let folder):
      "\(folder): not a folder that clincall kb update keeps; there is nothing to go back to"
    case .nothingBefore(let folder, let release):
      "\(folder): \(release) replaced nothing that is still there; the knowledge base in use is unchanged"
    }
  }

  package var exitStatus: ExitStatus {
    switch self {
    case .noFolder, .unknownSource: .usage
    case .badTable: .malformedInput
    case .locked: .locked
    case .file(let error): error.exitStatus
    case .knowledgeBase(let error):
      // A source that cannot be opened is the knowledge base's trouble, a full disk the machine's.
      error.exitStatus == .inputMissing ? .knowledgeBase : error.exitStatus
    default: .knowledgeBase
    }
  }

  private static let unchanged = "; the knowledge base in use is unchanged"

  private static func meaning(of code: Int) -> String {
    switch code {
    case 401, 403: " (not allowed); check the address and your proxy"
    case 404, 410:
      " (no such file); the publisher may have moved it, give its address with --sources"
    case 429: " (too many requests); try again later"
    case 500...599: " (a fault of the server); try again later"
    default: "; check the address"
    }
  }
}

extension TransferFault {
  fileprivate var sentence: String {
    switch self {
    case .unknownHost: "the server's name is unknown; check the address, the network and your proxy"
    case .refused: "the server does not take connections; try again later"
    case .timedOut: "nothing came for too long; try again later, what was received is kept"
    case .cut(let received):
      "the connection was cut after \(grouped(received)) bytes; run again, what was received is kept"
    case .untrusted(let words):
      "no trusted connection (\(EscapedText(words.utf8))); check the machine's certificates and clock"
    case .tooManyRedirects: "the server redirects without end; check the address"
    case .insecureRedirect:
      "the server redirects to an address without encryption, which is not followed; check the address"
    case .tooLarge(let limit): "more than \(grouped(limit)) bytes; check the address"
    case .other(let words): "the transfer failed (\(EscapedText(words.utf8)))"
    }
  }
}

extension TableFault {
  fileprivate var sentence: String {
    let row = "a row has role, build, conditional, minimum_rows, name, url"
    return switch self {
    case .columns(let count): "\(count) of 6 columns; \(row)"
    case .role(let text): "\(quoted(text)) is no option of kb build; \(row)"
    case .build(let text): "\(quoted(text)) is no build; write GRCh37, GRCh38 or ."
    case .conditional(let text):
      "\(quoted(text)) does not say whether the server knows conditional requests; write yes or no"
    case .minimum(let text): "\(quoted(text)) is no number of rows; write at least 1"
    case .name(let text):
      "\(quoted(text)) is no plain file name; leave folders and leading dots out"
    case .sameName(let text): "\(quoted(text)) is the name of an earlier row; give each its own"
    case .url(let text): "\(quoted(text)) is no address; write https://..."
    }
  }
}
