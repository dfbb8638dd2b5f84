// SPDX-License-Identifier: MIT

package import Genome

/// Who is whose child, and who is affected: the people of a pedigree file.
package struct Pedigree: Sendable, Hashable {
  package struct Person: Sendable, Hashable {
    /// As the samples of call files are named.
    package let name: [UInt8]
    package let family: [UInt8]
    /// Numbers of people; nil where the pedigree names none.
    package var father: UInt32?
    package var mother: UInt32?
    package var sex: Sex?
    /// Whether the person has the disorder for which the family is examined; nil where that is not stated.
    package var isAffected: Bool?

    package init(
      name: [UInt8], family: [UInt8], father: UInt32? = nil, mother: UInt32? = nil,
      sex: Sex? = nil, isAffected: Bool? = nil
    ) {
      self.name = name
      self.family = family
      self.father = father
      self.mother = mother
      self.sex = sex
      self.isAffected = isAffected
    }

    package var hasParent: Bool { father != nil || mother != nil }
  }

  package let people: [Person]
  private let numbers: [[UInt8]: UInt32]
  /// By person: the blood relatives in the same family, ascending, without the person.
  private let relatives: [[UInt32]]

  /// - Parameter people: each name once.
  package init(_ people: [Person]) {
    self.people = people
    var numbers: [[UInt8]: UInt32] = [:]
    var families: [[UInt8]: [UInt32]] = [:]
    for (number, person) in people.enumerated() {
      numbers[person.name] = UInt32(number)
      families[person.family, default: []].append(UInt32(number))
    }
    self.numbers = numbers
    let ancestors = people.indices.map { Self.ancestors(of: UInt32($0), people) }
    relatives = people.indices.map { person in
      (families[people[person].family] ?? []).filter {
        Int($0) != person && !ancestors[Int($0)].isDisjoint(with: ancestors[person])
      }
    }
  }

  /// nil for a name that the pedigree does not have.
  package func number(of name: [UInt8]) -> UInt32? { numbers[name] }

  package subscript(person: UInt32) -> Person { people[Int(person)] }

  /// Those who share an ancestor with the person, ancestors and descendants among them.
  package func bloodRelatives(of person: UInt32) -> [UInt32] { relatives[Int(person)] }

  /// Whether anybody's parent is named: without, there is nothing to say about inheritance.
  package var hasFamilies: Bool { people.contains(where: \.hasParent) }

  /// The person and everybody above.
  private static func ancestors(of person: UInt32, _ people: [Person]) -> Set<UInt32> {
    var found: Set<UInt32> = []
    var open = [person]
    while let next = open.popLast() {
      guard found.insert(next).inserted else { continue }
      open += [people[Int(next)].father, people[Int(next)].mother].compactMap(\.self)
    }
    return found
  }
}
