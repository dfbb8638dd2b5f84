// SPDX-License-Identifier: MIT

package import Genome

/// A source as the command line names it: `PATH[=BUILD][@DATE]`.
///
/// The build and the date are taken off the end only where they are one, so a path may hold `=` and `@`.
package struct SourceArgument: Sendable, Equatable {
  package let path: String
  package let build: GenomeBuild?
  package let date: ReleaseDate?
  /// The day its server gives, for a file that states none; nil for files of one's own.
  package let served: ReleaseDate?
  /// The address it was fetched from; nil for files of one's own.
  package let url: String?

  package init(
    path: String, build: GenomeBuild? = nil, date: ReleaseDate? = nil, served: ReleaseDate? = nil,
    url: String? = nil
  ) {
    self.path = path
    self.build = build
    self.date = date
    self.served = served
    self.url = url
  }

  /// - Throws: ``KnowledgeBaseError/badSourceArgument(text:)`` for an empty path and for a word after
  ///   the last `=` or `@` of the file name that looks like a build or date and is none.
  package init(_ text: String) throws(KnowledgeBaseError) {
    var rest = text[...]
    var date: ReleaseDate?
    var build: GenomeBuild?
    if let at = rest.lastIndex(of: "@"), !rest[at...].contains("/") {
      let word = rest[rest.index(after: at)...]
      date = ReleaseDate(iso: word)
      if date != nil {
        rest = rest[..<at]
      } else if word.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 || $0 == 0x2D }) {
        throw .badSourceArgument(text: text)
      }
    }
    if let sign = rest.lastIndex(of: "="), !rest[sign...].contains("/") {
      let word = rest[rest.index(after: sign)...]
      build = GenomeBuild(name: word)
      if build != nil {
        rest = rest[..<sign]
      } else if !word.contains(".") {
        throw .badSourceArgument(text: text)
      }
    }
    guard !rest.isEmpty else { throw .badSourceArgument(text: text) }
    self.init(path: String(rest), build: build, date: date)
  }

  /// The file's name without its folder, as manifests give it.
  package var fileName: String {
    path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
  }
}
