// SPDX-License-Identifier: MIT

/// How a person came by a call, as far as the calls of the parents tell.
package enum Inheritance: UInt8, Sendable, CaseIterable {
  /// Every parent that could have passed it on was examined and has no such call.
  case deNovo
  case maternal
  case paternal
  /// Both parents have it.
  case biparental
  /// The parent has it in some cells only.
  case maternalMosaic
  case paternalMosaic
  /// The mother does not have it; nothing is known of the father.
  case notMaternal
  case notPaternal
  /// A parent has a call of the same direction that is neither the same nor another one.
  case unclear
  /// No parent's calls are at hand.
  case unknown

  /// The word of reports.
  package var word: String {
    switch self {
    case .deNovo: "de_novo"
    case .maternal: "maternal"
    case .paternal: "paternal"
    case .biparental: "biparental"
    case .maternalMosaic: "maternal_mosaic"
    case .paternalMosaic: "paternal_mosaic"
    case .notMaternal: "not_maternal"
    case .notPaternal: "not_paternal"
    case .unclear: "unclear"
    case .unknown: "unknown"
    }
  }
}

/// What is known of a call in a relative.
package enum Presence: UInt8, Sendable, CaseIterable {
  case present
  case mosaic
  /// A call of the same direction that covers part of it, not enough to be the same.
  case unclear
  /// Examined, and no call of the same direction there.
  case absent
  /// The record states no genotype for the relative.
  case noGenotype
  /// No input holds the relative's calls.
  case notExamined
  /// The pedigree names nobody.
  case unnamed
  /// The sex of the child decides whether this parent could pass the call on, and is not stated.
  case sexUnknown
  /// This parent passes no such chromosome on to this child.
  case irrelevant

  /// The word of reports.
  package var word: String {
    switch self {
    case .present: "present"
    case .mosaic: "mosaic"
    case .unclear: "unclear"
    case .absent: "absent"
    case .noGenotype: "no_genotype"
    case .notExamined: "not_examined"
    case .unnamed: "unnamed"
    case .sexUnknown: "sex_unknown"
    case .irrelevant: "irrelevant"
    }
  }

  var isPresent: Bool { self == .present || self == .mosaic }
}

extension Inheritance {
  /// What both parents together say.
  ///
  /// A parent who has the call decides, whatever is known of the other one.
  init(mother: Presence, father: Presence) {
    switch (mother.isPresent, father.isPresent) {
    case (true, true): self = .biparental
    case (true, false): self = mother == .mosaic ? .maternalMosaic : .maternal
    case (false, true): self = father == .mosaic ? .paternalMosaic : .paternal
    case (false, false):
      let relevant = [mother, father].filter { $0 != .irrelevant }
      if relevant.contains(.unclear) || relevant.contains(.sexUnknown) {
        self = .unclear
      } else if !relevant.isEmpty, relevant.allSatisfy({ $0 == .absent }) {
        self = .deNovo
      } else if mother == .absent {
        self = .notMaternal
      } else if father == .absent {
        self = .notPaternal
      } else {
        self = .unknown
      }
    }
  }
}
