// SPDX-License-Identifier: MIT

extension CallSchema {
  /// The laboratory's earlier calls.
  static let lab: [JSONKey] = [
    .optional(
      "lab",
      .array(
        .object([
          JSONKey("start", .integer, "0-based"),
          JSONKey("end", .integer, "0-based, behind the last base"),
          JSONKey("call_type", .string, "Kind of change"),
          .optional("class", .string, "The laboratory's own words"),
          JSONKey("count", .integer, "How often it was seen"),
          JSONKey("reciprocal", .number, "The smaller of both overlapped shares"),
          JSONKey("line", .integer, "1-based line of the list"),
        ])), "Earlier calls of the same direction; only with --lab-calls")
  ]
}
