extension Ruleset {
    /// Everything that decides about one person besides its record, its user and the day. If any of it changes, nobody is recognised any more.
    ///
    /// What a run looks at anew each time is left out: the safeguards' numbers, licences, who is protected, the language of new users.
    public var epoch: Fingerprint {
        var text = "1 \(1.littleEndian) \(prefix.debugDescription)\n"
        text += "\(configuration.lifecycle)\n\(configuration.attributeMapping)\n\(configuration.filters)\n\(configuration.advanced.syncPersonalEmail)\n"
        text += "\(account.languages)\n\(account.kioskLogin)\n"
        for (_, attribute) in mappings {
            text += "\(attribute)\n"
            for (spelling, name) in (segments[attribute.key] ?? [:]).sorted(by: { $0.key < $1.key }) where spelling != name {
                text += "\(spelling.debugDescription) \(name.debugDescription)\n"
            }
        }
        return Fingerprint(ofSettings: text)
    }
}
