// SPDX-License-Identifier: MIT

package import Files
package import KnowledgeBase

/// Why an update, or a rollback, did not happen; the knowledge base in use is as it was.
package enum UpdateError: Error, Sendable, Equatable {
  // The command line.
  case noFolder
  case badTable(file: String, line: Int, fault: TableFault)
  /// An `--accept` that names no row of the table.
  case unknownSource(name: String)

  /// Another update of this folder is running.
  case locked(folder: String)
  case file(FileError)

  // The transfer.
  /// The program that fetches files is not installed.
  case noCurl
  case transfer(url: String, fault: TransferFault)
  /// An answer that is neither the file nor "not modified".
  case status(url: String, code: Int)
  case notInMirror(path: String)

  // The content.
  /// A source that cannot be used, or the compiled result.
  case knowledgeBase(KnowledgeBaseError)
  /// Fewer rows than the table demands.
  case tooFewRows(name: String, minimum: Int, found: Int)
  /// More than a fifth more or fewer rows than in the release in use.
  case rowsChanged(name: String, before: Int, now: Int)

  // Rolling back.
  /// The folder is no folder of `kb update`.
  case notKept(folder: String)
  /// The release in use replaced none.
  case nothingBefore(folder: String, release: String)
}

/// Why a transfer failed.
package enum TransferFault: Sendable, Equatable {
  case unknownHost
  case refused
  /// Nothing came for the time allowed.
  case timedOut
  /// The connection ended before the file did, again and again.
  case cut(received: Int)
  /// The certificate does not prove the server, or no secure connection came about.
  case untrusted(String)
  case tooManyRedirects
  /// A secure address that leads to one that is not.
  case insecureRedirect
  /// More bytes than any source has.
  case tooLarge(limit: Int)
  /// The transfer program's own words.
  case other(String)
}
