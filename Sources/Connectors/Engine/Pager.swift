import JSON
import Provisioning

/// How one reading of a list goes on: a state machine without I/O.
struct Pager {
    enum Step: Equatable {
        case ask([String: Scope.Value], link: Address?)
        case done
    }

    enum Fault: Error, Equatable {
        /// Going on would never end, or miss people.
        case broken(String)
        /// From the beginning it may go well.
        case restart(String)
    }

    let paging: Paging
    let size: Int?
    private(set) var promised: Int?
    private var received = 0
    private var number: Int
    private var cursor: String?
    /// Where the last page ended, with its own type.
    private var place: Scope.Value?
    private var seen: Set<String> = []

    init(_ paging: Paging, size: Int?) {
        self.paging = paging
        self.size = size
        number = if case .page(let first, _, _, _) = paging.kind { first } else { 0 }
    }

    /// The first request.
    var first: Step { .ask(values, link: nil) }

    private var values: [String: Scope.Value] {
        var values: [String: Scope.Value] = [:]
        if let size { values["page.size"] = .number(size) }
        if let cursor { values["page.cursor"] = .text(cursor) }
        switch paging.kind {
        case .offset(let first, _, _): if cursor == nil { values["page.offset"] = .number(first + received) }
        case .page: values["page.number"] = .number(number)
        case .after(_, let first): values["page.cursor"] = place ?? .number(first)
        case .none, .cursor, .link, .linkHeader: break
        }
        return values
    }

    /// - Parameters:
    ///   - count: how many records the page had.
    ///   - last: the last of them.
    mutating func next(after answer: Caller.Answer, count: Int, last: JSONView? = nil) throws(Fault) -> Step {
        received += count
        try read(promise: answer)
        switch paging.kind {
        case .none: return .done
        case .cursor(let next, let parameter, let more):
            let isMore = more.flatMap { $0.find(in: answer.body)?.bool }
            if isMore == false { return .done }
            let cursor = try cursor(next, parameter, answer)
            if isMore == true, cursor == nil { throw .broken("It says that there is more, and not how to go on.") }
            return try go(on: cursor)
        case .link(let next):
            guard let text = next.find(in: answer.body)?.scalarText, !text.isEmpty else { return .done }
            return try follow(text, answer)
        case .linkHeader:
            guard let text = answer.response.headers.filter({ $0.name.lowercased() == "link" }).lazy.compactMap({ LinkHeader.next($0.value) }).first else { return .done }
            return try follow(text, answer)
        case .offset(_, let end, let place):
            if let text = place?.find(in: answer.body)?.scalarText, !text.isEmpty { return try go(on: text) }
            // Once it has answered with a cursor, only a cursor goes on.
            if cursor != nil { return .done }
            return isOver(end, count) ? .done : .ask(values, link: nil)
        case .page(_, let end, let next, let pages):
            if let next {
                guard let value = next.find(in: answer.body), !value.isNull else { return .done }
                let following = value.number?.int ?? number + 1
                if following <= number { throw .broken("It names page \(following) as the one after page \(number).") }
                number = following
                return .ask(values, link: nil)
            }
            if let pages, let last = pages.find(in: answer.body)?.scalarText.flatMap({ Int($0) }) {
                if number >= last { return .done }
            } else if isOver(end, count) {
                return .done
            }
            number += 1
            return .ask(values, link: nil)
        case .after(let path, _):
            // A page that is not full need not be the last one.
            if count == 0 { return .done }
            guard let end = last.flatMap({ path.find(in: $0) }), let text = end.scalarText else { throw .broken("The last record of a page has no “\(path.text)”, so one cannot go on after it.") }
            guard seen.insert(text).inserted else { throw .broken("It gave the same page twice, so reading on would never end.") }
            place = .json(end.value)
            return .ask(values, link: nil)
        }
    }

    private func isOver(_ end: Paging.End, _ count: Int) -> Bool {
        switch end {
        case .total:
            // Some servers promise what a page holds. After a full page, a promise of no more than a page is not believed.
            count == 0 || promised.map { received >= $0 && !(count == size && $0 <= count) } ?? false
        case .short: count == 0 || count < size ?? 1
        case .empty: count == 0
        }
    }

    private mutating func read(promise answer: Caller.Answer) throws(Fault) {
        let text = paging.totalHeader.flatMap { answer.response[$0] } ?? paging.total?.find(in: answer.body)?.scalarText
        guard let total = text.flatMap({ Int($0) }) else { return }
        defer { promised = total }
        switch paging.kind {
        case .offset, .page:
            // Rows have shifted between pages: somebody may have slipped through.
            if let promised, promised != total { throw .restart("The promised number changed from \(promised) to \(total) in the middle of reading.") }
        case .none, .cursor, .link, .linkHeader, .after: break
        }
    }

    private func cursor(_ next: Path, _ parameter: String?, _ answer: Caller.Answer) throws(Fault) -> String? {
        guard let text = next.find(in: answer.body)?.scalarText, !text.isEmpty else { return nil }
        guard let parameter else { return text }
        let query = answer.address.resolving(text)?.query ?? ""
        let values = query.split(separator: "&").map { $0.split(separator: "=", maxSplits: 1) }
        guard let value = values.first(where: { String($0[0]).removingPercentEncoding == parameter }), value.count == 2 else {
            throw .broken("The address of the next page has no “\(parameter)”.")
        }
        return String(value[1]).replacing("+", with: " ").removingPercentEncoding ?? String(value[1])
    }

    private mutating func go(on cursor: String?) throws(Fault) -> Step {
        guard let cursor else { return .done }
        guard seen.insert(cursor).inserted else { throw .broken("It gave the same cursor twice, so reading on would never end.") }
        self.cursor = cursor
        return .ask(values, link: nil)
    }

    private mutating func follow(_ text: String, _ answer: Caller.Answer) throws(Fault) -> Step {
        guard let address = answer.address.resolving(text) else { throw .broken("The address of the next page is none.") }
        guard seen.insert(address.description).inserted, address != answer.address else { throw .broken("It gave the same next page twice, so reading on would never end.") }
        return .ask(values, link: address)
    }
}

/// RFC 8288: `<https://…?page=2>; rel="next", <…>; rel="last"`.
enum LinkHeader {
    static func next(_ header: String) -> String? {
        var rest = Substring(header)
        while let open = rest.firstIndex(of: "<"), let close = rest[open...].firstIndex(of: ">") {
            let target = rest[rest.index(after: open)..<close]
            rest = rest[rest.index(after: close)...]
            let parameters = rest.prefix { $0 != "<" }.lowercased().split(separator: ";").map { $0.filter { !$0.isWhitespace && $0 != "\"" && $0 != "," } }
            if parameters.contains(where: { $0 == "rel=next" }) { return String(target) }
        }
        return nil
    }
}
