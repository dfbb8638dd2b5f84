// SPDX-License-Identifier: MIT

/// Tells gene models by their first rows and reads them block by block.
enum GeneModelSource {
  /// - Throws: ``KnowledgeBaseError/wrongOption(file:kind:role:)``,
  ///   ``KnowledgeBaseError/unrecognisedSource(file:role:start:)`` and what the readers throw.
  static func read(_ stream: SourceStream) throws(KnowledgeBaseError) -> CurationSource {
    var given = stream
    guard let first = try given.next() else { throw .emptySource(file: given.argument.path) }
    guard let kind = GeneSourceSniff.kind(of: first.text), kind.role == .genes else {
      // Something else: told as it is for any other option.
      return try given.whole(from: first).read(as: .genes)
    }
    return try read(given, first, kind)
  }

  /// Reads a file of a kind that is known.
  static func read(
    _ stream: SourceStream, _ kind: SourceKind
  ) throws(KnowledgeBaseError) -> CurationSource {
    var stream = stream
    guard let first = try stream.next() else { throw .emptySource(file: stream.argument.path) }
    return try read(stream, first, kind)
  }

  private static func read(
    _ stream: SourceStream, _ first: SourceBlock, _ kind: SourceKind
  ) throws(KnowledgeBaseError) -> CurationSource {
    kind == .genePred
      ? try GenePred.read(stream, first) : try GeneFeatures.read(stream, first, kind: kind)
  }
}
