// swift-tools-version: 6.1
import PackageDescription

/// Warnings are errors in our own targets; dependencies keep their own settings.
let strict: [SwiftSetting] = [.unsafeFlags(["-warnings-as-errors"])]

let asyncHTTPClient = Target.Dependency.product(name: "AsyncHTTPClient", package: "async-http-client")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let sqlite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let hummingbirdTLS = Target.Dependency.product(name: "HummingbirdTLS", package: "hummingbird")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let nioSSL = Target.Dependency.product(name: "NIOSSL", package: "swift-nio-ssl")
let nio = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

/// With FUZZ=1 the package is the fuzzer and what it fuzzes, instrumented; `make fuzz`.
let isFuzzing = Context.environment["FUZZ"] == "1"
let instrumented: [SwiftSetting] = [.unsafeFlags(["-sanitize=fuzzer", "-enable-testing"])]
let fuzzing: [Target] = [
    .target(name: "JSON", swiftSettings: instrumented),
    .target(name: "Wire", dependencies: ["JSON"], swiftSettings: instrumented),
    .target(name: "Provisioning", swiftSettings: instrumented),
    // What reads files and manifests; not what speaks to a network.
    .target(
        name: "Connectors", dependencies: ["JSON", "Provisioning"], exclude: ["Manifest/Manifest+Definition.swift"],
        sources: [
            "Manifest", "Employees", "Catalog/Form.swift", "Engine/Dates.swift", "Engine/Record.swift", "Exchange/Address.swift", "File/CSVEmployees.swift", "File/CSVHeader.swift",
            "File/EmployeeParser.swift", "File/FileFormat.swift", "File/JSONEmployees.swift", "File/JSONLineEmployees.swift", "File/TextFile.swift", "File/ByteFile.swift",
        ], swiftSettings: instrumented),
    .executableTarget(
        name: "fuzz", dependencies: ["JSON", "Wire", "Provisioning", "Connectors"], path: "Tests/Fuzz", exclude: ["corpus", "README.md", "run"],
        swiftSettings: instrumented + [.unsafeFlags(["-parse-as-library"])], linkerSettings: [.unsafeFlags(["-sanitize=fuzzer", "-use-ld=lld"])]),
]

let package = Package(
    name: "staffetta",
    products: isFuzzing ? [] : [
        .executable(name: "staffetta", targets: ["staffetta"]),
        .executable(name: "hris-simulator", targets: ["hris-simulator"]),
    ],
    dependencies: isFuzzing ? [] : [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-ssl.git", from: "2.37.6"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
    ],
    targets: isFuzzing ? fuzzing : [
        .target(name: "JSON", swiftSettings: strict),
        .target(name: "Wire", dependencies: ["JSON"], swiftSettings: strict),
        .target(name: "Contract", dependencies: ["JSON", "Wire"], swiftSettings: strict),
        .target(name: "Provisioning", swiftSettings: strict),
        .target(name: "Store", dependencies: ["JSON", "Provisioning", grdb, sqlite, crypto], swiftSettings: strict),
        .target(name: "Connectors", dependencies: ["JSON", "Provisioning", asyncHTTPClient, nio, nioSSL, crypto], swiftSettings: strict),
        .target(name: "Agent", dependencies: ["JSON", "Wire", "Contract", "Provisioning", "Store", logging], swiftSettings: strict),
        .executableTarget(
            name: "staffetta",
            dependencies: [
                "JSON", "Wire", "Contract", "Provisioning", "Store", "Connectors", "Agent", logging, argumentParser,
            ],
            path: "Sources/Command", swiftSettings: strict),
        .target(name: "Simulator", dependencies: ["JSON", "Provisioning", hummingbird, hummingbirdTLS, nio, logging, crypto], swiftSettings: strict),
        .executableTarget(name: "hris-simulator", dependencies: ["Simulator", argumentParser], swiftSettings: strict),
        .target(name: "Generation", dependencies: ["JSON"], swiftSettings: strict),
        .executableTarget(name: "generate", dependencies: ["Generation"], swiftSettings: strict),
        .testTarget(name: "JSONTests", dependencies: ["JSON"]),
        .testTarget(name: "WireTests", dependencies: ["JSON", "Wire"]),
        .testTarget(name: "ContractTests", dependencies: ["JSON", "Wire", "Contract", "Generation"]),
        .testTarget(name: "ProvisioningTests", dependencies: ["Provisioning"]),
        .testTarget(name: "StoreTests", dependencies: ["Store", "Provisioning", grdb]),
        .testTarget(
            name: "ConnectorTests",
            dependencies: [
                "Connectors", "Provisioning", "JSON", "Simulator", nio, .product(name: "NIOPosix", package: "swift-nio"), .product(name: "NIOHTTP1", package: "swift-nio"),
            ]),
        .testTarget(name: "SimulatorTests", dependencies: ["Simulator", "Provisioning", "JSON", asyncHTTPClient, nio, nioSSL]),
        .testTarget(name: "AgentTests", dependencies: ["Agent", "Connectors", "Contract", "JSON", "Provisioning", "Simulator", "Store", "Wire", logging, grdb]),
        .testTarget(name: "CommandTests", dependencies: ["JSON", "Simulator", "Store", "staffetta", grdb], exclude: ["Power/recorder.c"]),
        .testTarget(name: "TidyTests"),
    ],
    swiftLanguageModes: [.v6]
)
