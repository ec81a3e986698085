import Simulator
import Testing

@Suite struct SimulatorTests {
    @Test func itIsMade() { _ = Simulator() }
}
