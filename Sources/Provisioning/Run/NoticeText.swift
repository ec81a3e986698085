/// What a notification says: the guide's titles and words (R-NOT-1). Texts name people by no more than their number.
public enum NoticeText {
    public static func title(_ kind: Notice.Kind) -> String {
        switch kind {
        case .testResultsReady: "Integration test results ready"
        case .licenseLimitExceeded: "Max user licenses exceeded"
        case .deletionSafeguard: "HRIS synchronization error - deletion safeguard"
        case .userConflicts: "HRIS synchronization error - user conflicts"
        case .syncFailed: "HRIS synchronization failed"
        case .authorizationRequired: "HRIS authorization required"
        case .attributeSafeguard: "HRIS synchronization warning - attribute safeguard"
        }
    }

    public static func severity(_ kind: Notice.Kind) -> Notice.Severity {
        switch kind {
        case .testResultsReady: .info
        case .licenseLimitExceeded, .userConflicts, .attributeSafeguard: .warning
        case .deletionSafeguard, .syncFailed, .authorizationRequired: .error
        }
    }

    /// What a finished sync has to tell, at most one of a kind.
    public static func afterSync(_ summary: Summary, conflicts: [Row.Reason: Int], hris: String) -> [(kind: Notice.Kind, text: String, count: Int)] {
        var notices: [(Notice.Kind, String, Int)] = []
        let unlicensed = conflicts[.licenseLimit, default: 0]
        if unlicensed > 0 { notices.append((.licenseLimitExceeded, "The integration for \(hris) failed to add \(unlicensed) users due to max user licenses exceeded", unlicensed)) }
        if summary.safeguards.contains(.deletion) {
            let held = summary.deletionsHeld
            notices.append((.deletionSafeguard, "The synchronization for \(hris) would delete more users than the safeguard allows, so no user was deleted (\(held) would have been). Review them in a test and apply it with its held deletions if they are right.", held))
        }
        let clashes = summary.conflicts - unlicensed
        if clashes > 0 { notices.append((.userConflicts, "HRIS synchronization for \(hris) failed to add \(clashes) users because their email addresses already exist. Please check the HRIS settings.", clashes)) }
        let guarded = summary.safeguards.filter { if case .attribute = $0 { true } else { $0 == .participation } }
        if !guarded.isEmpty {
            let names = guarded.map(\.description).joined(separator: ", ")
            notices.append((.attributeSafeguard, "The synchronization for \(hris) would clear the values of more than half of the users that have them (\(names)), so they were left as they are. Check the HRIS, or apply a reviewed test with its held changes.", guarded.count))
        }
        return notices
    }

    public static func testReady(_ summary: Summary, hris: String) -> String {
        let linking = summary.needsLink == 0 ? "" : " Upload the file of updated users before you enable it: \(summary.needsLink) of them were found by address and have to be linked first."
        return "The test of \(hris) has finished. Users it would create: \(summary.created), update: \(summary.updated), delete: \(summary.deleted).\(linking) The results can be read for 24 hours."
    }

    public static func failed(_ kind: Run.Kind, hris: String, message: String) -> String {
        "The \(kind == .test ? "test" : "synchronization") of \(hris) failed and changed nothing: \(message)"
    }

    public static func authorizationRequired(hris: String) -> String {
        "\(hris) no longer accepts its authorization. Reconnect the integration; nothing is synchronized until then."
    }
}
