import Provisioning
import Store
import Testing

@Suite struct NotificationTests {
    /// u1 administrator, u2 superuser, u3 analyst, u4 employee.
    func company() throws -> Store {
        let store = try memoryStore()
        try store.write { writing in
            _ = try writing.insert(integration("HR", prefix: "hr-"))
            for role in User.Role.allCases {
                var user = person("Ada")
                user.role = role
                _ = try writing.insert(user, now: noon)
            }
        }
        return store
    }

    func notice(_ kind: Notice.Kind = .syncFailed, at: Timestamp = noon, to recipients: [String] = ["u1", "u2"]) -> Notice {
        Notice(id: "", kind: kind, severity: .error, title: "T", text: "X", at: at, integration: "i1", data: "{\"count\":1}", recipients: recipients)
    }

    @Test("R-NOT-2 Recipients are the administrators and superusers who want it, their own preference before the account's")
    func recipients() throws {
        let store = try company()
        try store.write { writing throws in
            #expect(try writing.recipients(of: .syncFailed) == ["u1", "u2"])
            try writing.setPreference(.syncFailed, false, user: nil)
            #expect(try writing.recipients(of: .syncFailed) == [])
            try writing.setPreference(.syncFailed, true, user: "u2")
            #expect(try writing.recipients(of: .syncFailed) == ["u2"])
            #expect(try writing.recipients(of: .userConflicts) == ["u1", "u2"])
            try writing.setPreference(.syncFailed, false, user: "u2")
            #expect(try writing.preferences(user: "u2") == [.syncFailed: false])
            try writing.setPreference(.syncFailed, nil, user: "u2")
            try writing.setPreference(.syncFailed, true, user: nil)
            #expect(try writing.preferences(user: "u2") == [:])
            #expect(try writing.preferences(user: nil) == [.syncFailed: true])
        }
    }

    @Test("R-NOT-3 Notices are listed newest first, read or unread by each recipient for themselves")
    func marks() throws {
        let store = try company()
        let stored = try store.write { writing in
            [try writing.insert(notice()), try writing.insert(notice(.testResultsReady, to: ["u1"])), try writing.insert(notice())]
        }
        #expect(stored.map(\.id) == ["n1", "n2", "n3"])
        #expect(try store.write { try $0.markRead(["n3", "n2", "n77", "u1"], recipient: "u2", now: noon) } == 1)
        #expect(try store.write { try $0.markRead(["n3"], recipient: "u2", now: noon.adding(seconds: 1)) } == 0)
        #expect(try store.write { try $0.markRead(["n1", "n2"], recipient: nil, now: noon) } == 2)
        try store.read { reading throws in
            #expect(try reading.notices(recipient: "u1", limit: 9).items == stored.reversed().map { DeliveredNotice(notice: $0) })
            #expect(try reading.notices(recipient: "u2", limit: 9).items.map(\.readAt) == [noon, nil])
            #expect(try reading.notices(recipient: "u2", unreadOnly: true, limit: 9).items.map(\.notice.id) == ["n1"])
            #expect(try reading.notices(recipient: nil, unreadOnly: true, limit: 9).items.map(\.notice.id) == ["n3"])
            let page = try reading.notices(recipient: "u1", limit: 2)
            #expect(page.items.map(\.notice.id) == ["n3", "n2"])
            #expect(try reading.notices(recipient: "u1", after: page.next, limit: 2).items.map(\.notice.id) == ["n1"])
            #expect(try reading.unreadCount(recipient: "u1") == 3)
            #expect(try reading.unreadCount(recipient: "u2") == 1)
            #expect(try reading.unreadCount(recipient: nil) == 1)
            #expect(try reading.unreadCount(recipient: "u4") == 0)
        }
        try store.write { try $0.deleteUser(id: "u2", now: noon) }
        #expect(try store.read { try $0.notices(recipient: nil, limit: 9).items.map(\.notice.recipients) } == [["u1"], ["u1"], ["u1"]])
    }

    @Test("When the last notice of a kind and topic was made is known; old ones go")
    func age() throws {
        let store = try company()
        let later = noon.adding(seconds: 9)
        try store.write { writing in
            _ = try writing.insert(notice(), topic: "remoteUnavailable")
            _ = try writing.insert(notice(at: later))
        }
        try store.read { reading throws in
            #expect(try reading.lastNotice(.syncFailed, integration: "i1", topic: "remoteUnavailable") == noon)
            #expect(try reading.lastNotice(.syncFailed, integration: "i1", topic: nil) == later)
            #expect(try reading.lastNotice(.userConflicts, integration: "i1", topic: nil) == nil)
        }
        try store.write { try $0.deleteNotices(olderThan: later) }
        #expect(try store.read { try $0.notices(recipient: nil, limit: 9).items.map(\.notice.id) } == ["n2"])
    }

    @Test("R-ACC-5 The audit log is listed newest first, by time, method and subject, and kept for a time")
    func audit() throws {
        let store = try memoryStore()
        let entries = [
            AuditEntry(at: noon, actor: "host", method: "user/update", subject: "u1", fields: "[\"email\"]"),
            AuditEntry(at: noon.adding(seconds: 1), actor: "u1", method: "account/update", before: "{\"a\":1}", after: "{\"a\":2}"),
            AuditEntry(at: noon.adding(seconds: 2), actor: "host", method: "user/delete", subject: "u1", counts: "{\"deleted\":1}"),
        ]
        try store.write { writing in for entry in entries { try writing.append(entry) } }
        try store.read { reading throws in
            #expect(try reading.audit(limit: 9).items == entries.reversed())
            #expect(try reading.audit(subject: "u1", limit: 9).items == [entries[2], entries[0]])
            #expect(try reading.audit(method: "account/update", limit: 9).items == [entries[1]])
            #expect(try reading.audit(since: noon.adding(seconds: 1), limit: 9).items == [entries[2], entries[1]])
            let page = try reading.audit(limit: 2)
            #expect(try reading.audit(after: page.next, limit: 2).items == [entries[0]])
        }
        try store.write { try $0.deleteAudit(olderThan: noon.adding(seconds: 2)) }
        #expect(try store.read { try $0.audit(limit: 9).items } == [entries[2]])
    }
}
