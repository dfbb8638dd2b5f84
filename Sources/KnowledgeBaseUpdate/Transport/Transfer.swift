// SPDX-License-Identifier: MIT

internal import Files
internal import Subprocess

/// How long a server may stay silent.
package struct Patience: Sendable {
  package var connectSeconds = 30
  /// Ends the transfer when fewer than 100 bytes a second came for so long.
  package var stallSeconds = 60

  package init() {}
}

/// One request, made by `curl` run as a process of its own.
///
/// Measured on the machine of the project (dynamic linking): a program that links FoundationNetworking starts
/// in 27 ms, one with Foundation in 13 ms; static, 15 ms and 72 MB against 4 ms and 21 MB. Every `annotate` of
/// every pipeline would pay that for a command that runs once a night. `curl` is on every machine, knows its
/// certificates and proxies, and is updated with the system. The answer comes through a pipe, so no curl that
/// outlives this process can write to a file.
struct Transfer: Sendable {
  let url: String
  var headers: [(name: String, value: String)] = []
  let patience: Patience

  /// Larger than any source by an order of magnitude.
  static let largest = 16 << 30

  private enum Stop: Error {
    case file(FileError)
    case tooLarge
  }

  /// Makes the request.
  ///
  /// - Parameters:
  ///   - start: told the head of the final answer before its body.
  ///   - body: given the bytes of the body as they come, in order.
  /// - Returns: the head, and what ended the transfer early.
  func run(
    start: (ResponseHead) throws(FileError) -> Void,
    body: ([UInt8]) throws(FileError) -> Void
  ) async throws(UpdateError) -> (head: ResponseHead?, fault: TransferFault?) {
    var head: ResponseHead?
    var pending: [UInt8] = []
    var received = 0
    do {
      let result = try await Subprocess.run(
        .name("curl"), arguments: Arguments(arguments), input: .none, output: .sequence,
        error: .string(limit: 1 << 16)
      ) { execution in
        for try await buffer in execution.standardOutput {
          var bytes = buffer.bytes.array
          if head == nil {
            pending += bytes
            guard let (found, length) = ResponseHead.final(in: pending) else {
              if pending.count > 1 << 20 { throw Stop.tooLarge }
              continue
            }
            head = found
            do throws(FileError) { try start(found) } catch { throw Stop.file(error) }
            bytes = Array(pending[length...])
            pending = []
          }
          received += bytes.count
          if received > Self.largest { throw Stop.tooLarge }
          if bytes.isEmpty { continue }
          do throws(FileError) { try body(bytes) } catch { throw Stop.file(error) }
        }
      }
      return (head, fault(of: result.terminationStatus, result.standardError, received: received))
    } catch let error as Stop {
      switch error {
      case .file(let error): throw .file(error)
      case .tooLarge: return (head, .tooLarge(limit: Self.largest))
      }
    } catch let error as SubprocessError where error.code == .executableNotFound {
      throw .noCurl
    } catch {
      return (head, .other("\(error)"))
    }
  }

  var arguments: [String] {
    // An address that begins secure stays secure; only a mirror may be without.
    let protocols = url.hasPrefix("https://") ? "=https" : "=http,https"
    var arguments = [
      // First: no configuration file of the user's.
      "--disable", "--silent", "--show-error", "--globoff", "--location", "--max-redirs", "5",
      "--proto", protocols, "--proto-redir", protocols, "--tlsv1.2", "--include",
      "--suppress-connect-headers", "--connect-timeout", "\(patience.connectSeconds)",
      "--speed-limit", "100", "--speed-time", "\(patience.stallSeconds)", "--user-agent",
      "clincall",
    ]
    for (name, value) in headers { arguments += ["--header", "\(name): \(value)"] }
    return arguments + ["--output", "-", "--url", url]
  }

  /// What curl's exit status means; nil for a transfer that came to its end.
  ///
  /// - Source: the list of exit codes in curl's manual.
  private func fault(
    of status: TerminationStatus, _ message: String?, received: Int
  ) -> TransferFault? {
    let lines = (message ?? "").split(whereSeparator: \.isNewline)
    let words = (lines.first { $0.hasPrefix("curl: ") } ?? lines.first).map(String.init) ?? ""
    guard case .exited(let code) = status else { return .cut(received: received) }
    switch code {
    case 0: return nil
    case 1 where words.contains("rotocol"): return .insecureRedirect
    case 5, 6: return .unknownHost
    case 7: return .refused
    case 18, 52, 55, 56, 92: return .cut(received: received)
    case 28: return .timedOut
    case 35, 51, 53, 54, 58, 59, 60, 66, 77, 80, 82, 83, 90, 91: return .untrusted(words)
    case 47: return .tooManyRedirects
    default: return .other(words)
    }
  }
}
