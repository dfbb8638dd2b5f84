// SPDX-License-Identifier: MIT

internal import Genome
internal import HTS
package import KnowledgeBase

extension ReferenceGenome.Fault: Explained {
  package var sentence: String {
    switch self {
    case .file(.file(let error)): error.sentence
    case .file(.noIndex(let path)):
      "\(path): the reference has no index; make it with: samtools faidx \(path)"
    case .file(.unreadable(let path)):
      "\(path): not a FASTA file with a fitting index; make the index anew with: samtools faidx \(path)"
    case .file(.cannotFetch(let path, let sequence, let start)):
      "\(path): sequence \(quoted(sequence)) cannot be read at position \(start + 1); "
        + "the file is damaged or its index is another file's, make the index anew"
    case .wrongBuild(let path, let sequence, let length, let expected, let found):
      "\(path): sequence \(quoted(sequence)) has \(length) bases"
        + "\(found.map { ", as in \($0.name)" } ?? ""), and not as many as in \(expected.name); "
        + "give the reference of \(expected.name)"
    case .noChromosome(let path):
      "\(path): none of its sequences is a human chromosome; is this the right file?"
    }
  }

  package var exitStatus: ExitStatus {
    switch self {
    case .file(.file(let error)): error.exitStatus
    case .file(.noIndex): .inputMissing
    default: .malformedInput
    }
  }
}
