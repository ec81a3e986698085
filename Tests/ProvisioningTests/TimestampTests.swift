import Provisioning
import Testing

@Suite struct TimestampTests {
    @Test("round trip over all times") func roundTrip() {
        var random = Seeded(seed: 5)
        for _ in 0..<5_000 {
            let moment = Timestamp(milliseconds: Int64.random(in: -62_135_596_800_000...253_402_300_799_999, using: &random))
            #expect(Timestamp(moment.description) == moment)
        }
        #expect(Timestamp(milliseconds: 0).description == "1970-01-01T00:00:00.000Z")
        #expect(Timestamp(milliseconds: -1).description == "1969-12-31T23:59:59.999Z")
    }

    @Test("RFC 3339 with offsets and fractions", arguments: [
        ("2024-05-06T07:08:09Z", "2024-05-06T07:08:09.000Z"), ("2024-05-06t07:08:09z", "2024-05-06T07:08:09.000Z"),
        ("2024-05-06T07:08:09.5Z", "2024-05-06T07:08:09.500Z"), ("2024-05-06T07:08:09.12345Z", "2024-05-06T07:08:09.123Z"),
        ("2024-05-06T07:08:09+02:00", "2024-05-06T05:08:09.000Z"), ("2024-05-06T00:08:09+05:30", "2024-05-05T18:38:09.000Z"),
        ("2024-12-31T23:00:00-08:00", "2025-01-01T07:00:00.000Z"), ("2024-05-06T07:08:09.001-00:00", "2024-05-06T07:08:09.001Z"),
        ("1969-12-31T23:59:59.001Z", "1969-12-31T23:59:59.001Z"),
    ]) func reading(_ text: String, _ expected: String) throws {
        #expect(try #require(Timestamp(text)).description == expected)
    }

    @Test("nothing else", arguments: [
        "", "2024-05-06", "2024-05-06T07:08Z", "2024-05-06T07:08:09", "2024-05-06 07:08:09Z", "2024-05-06T24:00:00Z", "2024-05-06T07:60:00Z",
        "2024-05-06T07:08:60Z", "2024-05-06T07:08:09.Z", "2024-05-06T07:08:09+2:00", "2024-05-06T07:08:09+0200", "2024-05-06T07:08:09+24:00",
        "2024-05-06T07:08:09Zx", "2024-05-06T07:08:09.5", "2024-13-06T07:08:09Z", "2024-05-06T07-08-09Z", "2024-05-06T0x:08:09Z", "éééé-05-06T07:08:09Z",
    ]) func refused(_ text: String) { #expect(Timestamp(text) == nil) }
}
