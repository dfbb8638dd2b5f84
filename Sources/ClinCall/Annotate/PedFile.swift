// SPDX-License-Identifier: MIT

package import Annotation
package import Genome

/// A pedigree file: family, sample, father, mother, sex (1 male, 2 female, else unknown), phenotype (2 affected, 1
/// unaffected, else unknown), separated by TABs or blanks; `#` lines are comments.
///
/// The phenotype may be left out. A father or mother of `0` is not named; one without a line of its own is
/// known by name alone.
///
/// - Source: PLINK's `.ped` and `.fam`, first six columns.
package struct PedFile: Sendable {
  /// The sex of the samples whose sex is stated, by name.
  package var sexes: [[UInt8]: Sex] {
    var sexes: [[UInt8]: Sex] = [:]
    for person in people { sexes[person.name] = person.sex }
    return sexes
  }

  private var people: [Pedigree.Person] = []
  private var parents: [(father: [UInt8]?, mother: [UInt8]?)] = []

  /// - Throws: ``FileError``, or ``PedFault``.
  package init(path: String) throws {
    let bytes = try SmallFile.read(path, upTo: Self.largest)
    var lines: [[UInt8]: Int] = [:]
    for (number, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
      .enumerated()
    {
      let cells = line.split { $0 == 0x09 || $0 == 0x20 || $0 == 0x0D }.map(Array.init)
      guard let first = cells.first?.first, first != 0x23 else { continue }
      func fault(_ kind: PedFault.Kind) -> PedFault {
        PedFault(path: path, line: number + 1, kind: kind)
      }
      guard cells.count >= 5 else { throw fault(.columns) }
      let name = cells[1]
      if let other = lines[name] { throw fault(.sampleTwice(name, firstLine: other)) }
      lines[name] = number + 1
      guard !cells[2...3].contains(name) else { throw fault(.ownParent(name)) }
      people.append(
        Pedigree.Person(
          name: name, family: cells[0], sex: Self.sex(cells[4]),
          isAffected: cells.count > 5 ? Self.isAffected(cells[5]) : nil))
      parents.append((Self.parent(cells[2]), Self.parent(cells[3])))
    }
    for (child, person) in people.enumerated() {
      for (parent, sex) in [(parents[child].father, Sex.male), (parents[child].mother, .female)] {
        guard let parent, let other = people.first(where: { $0.name == parent })?.sex,
          other != sex
        else { continue }
        throw PedFault(
          path: path, line: lines[person.name] ?? 0, kind: .parentOfOtherSex(parent, other))
      }
    }
  }

  /// The people with their parents.
  ///
  /// - Parameter sexes: what `--sex` says, before the file.
  package func pedigree(sexes: [[UInt8]: Sex]) -> Pedigree {
    var people = people
    var numbers: [[UInt8]: UInt32] = [:]
    for (number, person) in people.enumerated() { numbers[person.name] = UInt32(number) }
    for child in parents.indices {
      for (name, sex) in [(parents[child].father, Sex.male), (parents[child].mother, .female)] {
        guard let name, numbers[name] == nil else { continue }
        numbers[name] = UInt32(people.count)
        people.append(Pedigree.Person(name: name, family: people[child].family, sex: sex))
      }
      people[child].father = parents[child].father.flatMap { numbers[$0] }
      people[child].mother = parents[child].mother.flatMap { numbers[$0] }
    }
    for person in people.indices {
      if let sex = sexes[people[person].name] { people[person].sex = sex }
    }
    return Pedigree(people)
  }

  /// A biobank's pedigree has half a million lines of 40 bytes.
  private static let largest = 64 << 20

  private static func sex(_ cell: [UInt8]) -> Sex? {
    cell == Array("1".utf8) ? .male : cell == Array("2".utf8) ? .female : nil
  }

  private static func isAffected(_ cell: [UInt8]) -> Bool? {
    cell == Array("2".utf8) ? true : cell == Array("1".utf8) ? false : nil
  }

  private static func parent(_ cell: [UInt8]) -> [UInt8]? { cell == Array("0".utf8) ? nil : cell }
}

/// What is wrong with a pedigree file.
package struct PedFault: Error, Sendable, Equatable {
  package enum Kind: Sendable, Equatable {
    case columns
    case sampleTwice([UInt8], firstLine: Int)
    case ownParent([UInt8])
    /// A father who is female by his own line, or a mother who is male.
    case parentOfOtherSex([UInt8], Sex)
  }

  package let path: String
  package let line: Int
  package let kind: Kind
}
