/// What a client needs to be let in, whatever the vendor calls it.
public struct Credentials: Sendable, Equatable {
    /// API key and bearer token; BambooHR's user name.
    public var key: String
    /// Apideck's application id, and OAuth's and Personio's client id.
    public var client: String
    /// OAuth's and Personio's client secret; the token of HiBob's service user.
    public var secret: String
    /// Apideck's consumer id.
    public var consumer: String
    /// HiBob's service user.
    public var serviceUser: String

    public init(
        key: String = "simulator-key", client: String = "simulator-client", secret: String = "simulator-secret",
        consumer: String = "simulator-consumer", serviceUser: String = "SERVICE-1"
    ) {
        self.key = key
        self.client = client
        self.secret = secret
        self.consumer = consumer
        self.serviceUser = serviceUser
    }
}
