// SPDX-License-Identifier: MIT

package import Genome
package import Records

/// The genome build an input is read on, and by what that was decided.
package struct BuildDecision: Sendable, Equatable {
  package let build: GenomeBuild
  package let reason: String
  /// What speaks against the decision without deciding it; shown as a warning.
  package let doubts: [String]
}

/// Why no build could be decided.
package enum BuildFault: Error, Sendable, Equatable {
  /// Nothing in the input tells. `hint` is what the file's name suggests, which is no proof.
  case undecided(hint: GenomeBuild?)
  /// Two statements of the input point to different builds.
  case contradiction(GenomeBuild, String, GenomeBuild, String)
  /// `-g` names another build than the input.
  case requestContradicted(requested: GenomeBuild, found: String, reason: String)
  /// The input is on an assembly that has no curations.
  case unsupported(assembly: String, reason: String)
}

extension BuildDecision {
  /// Decides on what the input states.
  ///
  /// Contig lengths prove a build, accessions do; `##reference` and `assembly=` state one. Lengths of
  /// another known assembly contradict whatever was asked for. The name of the file proves nothing.
  ///
  /// - Parameters:
  ///   - requested: what `-g` says.
  ///   - header: the VCF header; nil for other formats.
  ///   - contigNames: the names in the records of the head.
  ///   - stated: what an input that is no VCF says.
  ///   - fileName: for the advice only.
  package init(
    requested: GenomeBuild?, header: VCFHeader?, contigNames: [String],
    stated: [BuildStatement] = [], fileName: String
  ) throws(BuildFault) {
    var proofs: [(build: GenomeBuild, reason: String)] = []
    var doubts: [String] = []
    if let header {
      let (proof, doubt) = try Self.assembly(of: header)
      if let proof {
        guard let build = proof.assembly.build else {
          throw .unsupported(assembly: proof.assembly.name, reason: proof.reason)
        }
        proofs.append((build, proof.reason))
      }
      if let doubt { doubts.append(doubt) }
    }
    for name in (header?.contigs.map(\.name) ?? []) + contigNames {
      guard let build = ContigName(name).build else { continue }
      proofs.append((build, "accession \(name)"))
    }
    proofs += stated.filter(\.isProof).map { ($0.build, $0.reason) }
    var statements = stated.filter { !$0.isProof }.map { (build: $0.build, reason: $0.reason) }
    if let reference = header?.reference, let build = Self.build(in: reference) {
      statements.append((build, "##reference=\(reference)"))
    }
    if let line = header?.contigs.first(where: { $0.assembly != nil }),
      let assembly = line.assembly,
      let build = Self.build(in: assembly)
    {
      statements.append((build, "##contig assembly=\(assembly)"))
    }

    if let requested {
      if let other = proofs.first(where: { $0.build != requested }) {
        throw .requestContradicted(
          requested: requested, found: other.build.name, reason: other.reason)
      }
      doubts += statements.filter { $0.build != requested }.map { "\($0.reason) says \($0.build)" }
      self.init(build: requested, reason: "-g", doubts: doubts)
      return
    }
    let all = proofs + statements
    guard let first = all.first else {
      throw .undecided(hint: Self.build(in: fileName))
    }
    if let other = all.first(where: { $0.build != first.build }) {
      throw .contradiction(first.build, first.reason, other.build, other.reason)
    }
    self.init(build: first.build, reason: first.reason, doubts: doubts)
  }

  /// The one assembly whose lengths the header's contigs have, and the first length that none has.
  private static func assembly(of header: VCFHeader) throws(BuildFault)
    -> (proof: (assembly: Assembly, reason: String)?, doubt: String?)
  {
    var found: (assembly: Assembly, reason: String)?
    var unknown: String?
    for line in header.contigs {
      let contig = ContigName(line.name).contig
      // Both builds have the same mitochondrion, so it proves nothing.
      guard contig.isAssembled, contig != .mitochondrion, let length = line.length else { continue }
      let reason = "##contig length of \(line.name) is \(length)"
      guard let match = Assembly.known.first(where: { $0.length(of: contig) == length }) else {
        unknown = unknown ?? "\(reason), which no known build has"
        continue
      }
      if let found, found.assembly.name != match.name {
        if let a = found.assembly.build, let b = match.build {
          throw .contradiction(a, found.reason, b, reason)
        }
        throw .unsupported(
          assembly: match.build == nil ? match.name : found.assembly.name, reason: reason)
      }
      found = found ?? (match, reason)
    }
    return (found, unknown)
  }

  /// The build that a reference's name or path contains as a word.
  static func build(in text: String) -> GenomeBuild? {
    let words = text.lowercased().split { !($0.isLetter || $0.isNumber || $0 == "_") }
    var found: Set<GenomeBuild> = []
    for word in words {
      for part in [word] + word.split(separator: "_") {
        // The shortest names only alone: paths hold digests that begin with b37.
        if ["b37", "v37"].contains(part) || word.contains("g1k_v37")
          || ["grch37", "hg19", "hs37d5", "assembly19"].contains(where: part.hasPrefix)
        {
          found.insert(.grch37)
        }
        if part == "b38"
          || ["grch38", "hg38", "hs38", "assembly38"].contains(where: part.hasPrefix)
        {
          found.insert(.grch38)
        }
      }
    }
    return found.count == 1 ? found.first : nil
  }
}
