// SPDX-License-Identifier: MIT

import Foundation
import Glibc
import Synchronization

/// An HTTP server on the loopback interface that says exactly what a test tells it to, byte by byte.
///
/// A well-kept server library refuses to misbehave: it fixes lengths, ends what was begun, and answers
/// before it hangs up. Here every answer is raw bytes, so this is a socket and a loop.
final class ScriptedServer: Sendable {
  struct Request: Sendable, Equatable {
    let path: String
    /// Lowercase names.
    let headers: [String: String]

    /// The first byte asked for, of a range.
    var rangeStart: Int? {
      guard let range = headers["range"], range.hasPrefix("bytes=") else { return nil }
      return Int(range.dropFirst(6).prefix { $0 != "-" })
    }
  }

  enum Step: Sendable {
    case send([UInt8])
    case wait(milliseconds: UInt32)
    /// Ends the connection at once, with what was sent perhaps unread.
    case hangUp
  }

  let port: UInt16
  private let listener: Int32
  private let answer: @Sendable (Request, Int) -> [Step]
  private let log = Mutex<[Request]>([])

  var requests: [Request] { log.withLock { $0 } }
  var address: String { "http://127.0.0.1:\(port)/" }

  /// - Parameter answer: given a request and how often its path was asked for before.
  init(_ answer: @escaping @Sendable (Request, Int) -> [Step]) throws {
    self.answer = answer
    let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    // Sound: the structure outlives each call, and its own size is passed.
    let isBound = unsafe withUnsafeMutablePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { raw in
        unsafe bind(listener, raw, length) == 0 && listen(listener, 16) == 0
          && getsockname(listener, raw, &length) == 0
      }
    }
    guard isBound else { throw CocoaError(.featureUnsupported) }
    self.listener = listener
    port = UInt16(bigEndian: address.sin_port)
    signal(SIGPIPE, SIG_IGN)
    Thread { [self] in serve() }.start()
  }

  /// Takes no connections from now on: the next one is refused.
  func stop() { shutdown(listener, Int32(SHUT_RDWR)) }

  private func serve() {
    while true {
      let connection = accept(listener, nil, nil)
      if connection < 0 { break }
      talk(on: connection)
      close(connection)
    }
    close(listener)
  }

  private func talk(on connection: Int32) {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while !String(decoding: bytes, as: UTF8.self).contains("\r\n\r\n") {
      // Sound: at most the buffer's size is read into it.
      let count = unsafe read(connection, &buffer, buffer.count)
      if count <= 0 { return }
      bytes += buffer[..<count]
    }
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\r\n")
    var headers: [String: String] = [:]
    for line in lines.dropFirst() {
      let parts = line.split(separator: ":", maxSplits: 1)
      if parts.count == 2 {
        headers[parts[0].lowercased()] = parts[1].trimmingCharacters(in: .whitespaces)
      }
    }
    let words = lines[0].split(separator: " ")
    let request = Request(path: words.count > 1 ? String(words[1]) : "", headers: headers)
    let before = log.withLock { log in
      log.append(request)
      return log.count { $0.path == request.path } - 1
    }
    for step in answer(request, before) {
      switch step {
      case .wait(let milliseconds): usleep(milliseconds * 1000)
      case .hangUp:
        var hard = linger(l_onoff: 1, l_linger: 0)
        // Sound: the structure outlives the call, and its own size is passed.
        unsafe setsockopt(
          connection, SOL_SOCKET, SO_LINGER, &hard, socklen_t(MemoryLayout<linger>.size))
        return
      case .send(let bytes):
        var rest = bytes[...]
        while !rest.isEmpty {
          // Sound: base and count belong to one live buffer.
          let count = unsafe rest.withUnsafeBytes {
            unsafe write(connection, $0.baseAddress, $0.count)
          }
          if count <= 0 { return }
          rest = rest.dropFirst(count)
        }
      }
    }
  }
}

extension [ScriptedServer.Step] {
  /// An answer with a length that fits its body.
  static func answer(
    _ status: String, _ headers: [String] = [], _ body: [UInt8] = []
  ) -> [ScriptedServer.Step] {
    let lines =
      ["HTTP/1.1 \(status)"] + headers + ["Content-Length: \(body.count)", "Connection: close"]
    let head = lines.joined(separator: "\r\n") + "\r\n\r\n"
    return [.send([UInt8](head.utf8) + body)]
  }

  /// What a good server answers of a file: not modified, the rest of it, or all of it.
  static func file(
    _ body: [UInt8], etag: String, for request: ScriptedServer.Request
  ) -> [ScriptedServer.Step] {
    let headers = ["ETag: \(etag)", "Last-Modified: Sun, 15 Feb 2026 08:12:31 GMT"]
    if request.headers["if-none-match"] == etag { return .answer("304 Not Modified", headers) }
    if let start = request.rangeStart, request.headers["if-range"] == etag {
      let range = "Content-Range: bytes \(start)-\(body.count - 1)/\(body.count)"
      return .answer("206 Partial Content", headers + [range], [UInt8](body[start...]))
    }
    return .answer("200 OK", headers, body)
  }
}
