package collapselab.kernel.data;

import static collapselab.kernel.data.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import collapselab.kernel.Progress;
import collapselab.kernel.data.Mirror.Manner;
import collapselab.kernel.data.Mnist.Published;
import collapselab.kernel.random.Purpose;
import collapselab.kernel.random.Randomness;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

@Tag("slow")
class DownloadTest {
    private static final byte[] BIG = bytes(300_000);
    private static final byte[] SMALL = bytes(1000);
    private static final Map<String, byte[]> SERVED = Map.of("big.gz", BIG, "small.gz", SMALL);

    @TempDir
    private Path folder;

    private List<Published> files;
    /** Long, for a busy machine, but where a test waits for its end. */
    private Duration patience = Duration.ofSeconds(20);

    private Path big;
    private Path part;
    private final List<Mirror> mirrors = new ArrayList<>();

    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        new Randomness(length).stream(0, Purpose.REAL_DATA).nextBytes(bytes);
        return bytes;
    }

    @BeforeEach
    void publish() throws IOException {
        files = List.of(published("big", BIG), published("small", SMALL));
        big = folder.resolve("new").resolve("big.gz");
        part = folder.resolve("new").resolve("big.gz.part");
    }

    @AfterEach
    void close() {
        mirrors.forEach(Mirror::close);
    }

    private Published published(String name, byte[] content) throws IOException {
        Path file = Files.write(folder.resolve("original"), content);
        String sum = Sha256.of(file);
        Files.delete(file);
        return new Published(name, content.length, sum, sum);
    }

    private Mirror mirror(Manner manner) throws IOException {
        Mirror mirror = new Mirror(manner, SERVED);
        mirrors.add(mirror);
        return mirror;
    }

    private void fetch() {
        fetch(Progress.NONE);
    }

    private void fetch(Progress progress) {
        List<URI> addresses = mirrors.stream().map(Mirror::address).toList();
        Download.of(addresses, files, patience).into(folder.resolve("new"), progress);
    }

    private void assertComplete() throws IOException {
        assertThat(big).hasBinaryContent(BIG);
        assertThat(folder.resolve("new").resolve("small.gz")).hasBinaryContent(SMALL);
        try (Stream<Path> all = Files.list(folder.resolve("new"))) {
            assertThat(all).as("nothing is left over").hasSize(2);
        }
    }

    private void begin(byte[] content, int bytes) throws IOException {
        Files.createDirectories(folder.resolve("new"));
        Files.write(part, Arrays.copyOf(content, bytes));
    }

    @Test
    void filesArriveWhole() throws IOException {
        Mirror mirror = mirror(Manner.GOOD);
        List<Double> told = new ArrayList<>();

        fetch(told::add);

        assertComplete();
        assertThat(mirror.requests()).containsExactly("big.gz", "small.gz");
        assertThat(told).isSorted().startsWith(0.0).endsWith(1.0);
    }

    @Test
    void whatIsThereIsNotFetchedAgainUnlessItIsDamaged() throws IOException {
        Mirror mirror = mirror(Manner.GOOD);
        fetch();
        fetch();
        assertThat(mirror.requests()).hasSize(2);

        byte[] damaged = BIG.clone();
        damaged[5]++;
        Files.write(big, damaged);
        fetch();

        assertComplete();
        assertThat(mirror.requests()).hasSize(3);
    }

    @Test
    void anInterruptedDownloadIsTakenUp() throws IOException {
        Mirror mirror = mirror(Manner.GOOD);
        begin(BIG, 200_000);

        fetch();

        assertComplete();
        assertThat(mirror.requests()).startsWith("big.gz bytes=200000-");
    }

    @Test
    void aWholePartNeedsNoNetwork() throws IOException {
        Mirror mirror = mirror(Manner.GOOD);
        begin(BIG, BIG.length);

        fetch();

        assertComplete();
        assertThat(mirror.requests()).containsExactly("small.gz");
    }

    @ParameterizedTest
    @EnumSource(names = {"GOOD", "WITHOUT_RANGES"})
    void aDamagedPartIsFetchedFromTheStart(Manner manner) throws IOException {
        mirror(manner);
        begin(new byte[BIG.length], 100_000);

        fetch();

        assertComplete();
    }

    @Test
    void aPartThatIsTooLongIsFetchedFromTheStart() throws IOException {
        mirror(Manner.GOOD);
        begin(BIG, BIG.length + 1);

        fetch();

        assertComplete();
    }

    @Test
    void aMirrorThatRefusesARangeIsAskedForTheWholeFile() throws IOException {
        mirror(Manner.RANGE_REFUSED);
        begin(BIG, 1000);

        fetch();

        assertComplete();
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"GOOD", "WITHOUT_RANGES", "RANGE_REFUSED", "WRONG_RANGE"})
    void theNextMirrorIsTriedWhenOneFails(Manner manner) throws IOException {
        mirror(manner);
        mirror(Manner.GOOD);
        patience = Duration.ofSeconds(manner == Manner.SILENT_HALFWAY ? 2 : 20);

        fetch();

        assertComplete();
    }

    @Test
    void theNextMirrorGoesOnWhereALostOneStopped() throws IOException {
        mirror(Manner.LOST_HALFWAY);
        Mirror second = mirror(Manner.GOOD);

        fetch();

        assertThat(second.requests().get(0)).startsWith("big.gz bytes=");
        assertComplete();
    }

    @Test
    void aLostConnectionLeavesOnlyAPartToGoOnFrom() throws IOException {
        Mirror mirror = mirror(Manner.LOST_HALFWAY);

        assertRefused(this::fetch, folder)
                .hasMessageContaining("big.gz could not be downloaded")
                .hasMessageContaining("broke the connection");
        assertThat(big).doesNotExist();
        assertThat(Files.size(part)).isBetween(1L, BIG.length - 1L);

        mirror.behave(Manner.GOOD);
        fetch();
        assertComplete();
        assertThat(mirror.requests().get(1)).startsWith("big.gz bytes=");
    }

    @Test
    void eachFailureOfAMirrorHasItsSentence() throws IOException {
        Map<Manner, String> sentences = Map.of(
                Manner.SILENT_HALFWAY, "has stopped sending",
                Manner.TOO_LONG, "another checksum",
                Manner.SHORT, "only a part",
                Manner.SIGN_IN_PAGE, "only a part",
                Manner.NOT_FOUND, "status 404");
        Mirror mirror = mirror(Manner.GOOD);
        patience = Duration.ofSeconds(2);
        sentences.forEach((manner, sentence) -> {
            mirror.behave(manner);
            assertRefused(this::fetch, folder)
                    .hasMessageContaining("127.0.0.1 ")
                    .hasMessageContaining(sentence);
            assertThat(big).doesNotExist();
        });
    }

    @Test
    void aRangeThatBeginsElsewhereIsNotAppended() throws IOException {
        mirror(Manner.WRONG_RANGE);
        begin(BIG, 1000);

        assertRefused(this::fetch, folder);
        assertThat(part).hasSize(1000);
    }

    @Test
    void aFileWithAnotherChecksumIsNotKept() throws IOException {
        mirror(Manner.GOOD);
        files = List.of(new Published("big", BIG.length, "0".repeat(64), ""));

        assertRefused(this::fetch, folder).hasMessageContaining("another checksum");
        assertThat(big).doesNotExist();
        assertThat(part).isEmptyFile();
    }

    @Test
    void mirrorsThatCannotBeReachedAreCounted() throws IOException {
        mirror(Manner.GOOD);
        mirror(Manner.GOOD);
        mirrors.forEach(Mirror::close);

        assertRefused(this::fetch, folder)
                .hasMessageContaining("any of 2 mirrors")
                .hasMessageContaining("cannot be reached")
                .hasMessageContaining("check the network");
    }

    @Test
    void aStoppedDownloadKeepsItsPart() throws IOException {
        Mirror mirror = mirror(Manner.SILENT_HALFWAY);

        assertThatThrownBy(() -> fetch(fraction -> {
                    if (fraction > 0.2) {
                        throw new CancellationException();
                    }
                }))
                .isInstanceOf(CancellationException.class);
        assertThat(Files.size(part)).isPositive();
        mirror.behave(Manner.GOOD);
        fetch();
        assertComplete();
    }

    @Test
    void anInterruptStopsADownload() throws IOException {
        mirror(Manner.SILENT_HALFWAY);
        Thread.currentThread().interrupt();

        assertThatThrownBy(this::fetch).isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void aFolderThatCannotBeMadeIsNamed() throws IOException {
        mirror(Manner.GOOD);
        Files.writeString(folder.resolve("new"), "a file");

        assertRefused(this::fetch, folder.resolve("new")).hasMessageContaining("cannot be made");
    }

    @Test
    void aFileThatCannotBeWrittenIsNamed() throws IOException {
        mirror(Manner.GOOD);
        Files.createDirectories(part);

        assertRefused(this::fetch, part).hasMessageContaining("cannot be written");
    }

    @Test
    void aFullDiskIsNamed() throws IOException {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.isWritable(full), "this system has no device that is always full");
        mirror(Manner.GOOD);
        Files.createDirectories(folder.resolve("new"));
        Files.createSymbolicLink(part, full);

        assertRefused(this::fetch, part).hasMessageContaining("room on the disk");
    }

    @Test
    void twoDownloadsDoNotWriteTheSameFile() throws IOException {
        mirror(Manner.GOOD);
        begin(BIG, 10);
        try (FileChannel other = FileChannel.open(part, StandardOpenOption.WRITE)) {
            assertThat(other.tryLock()).isNotNull();

            assertRefused(this::fetch, part).hasMessageContaining("being downloaded already");
        }
    }

    @Test
    void mnistItselfComesFromMirrorsThatAreNamed() throws IOException {
        Mirror mirror = mirror(Manner.NOT_FOUND);

        assertRefused(() -> Mnist.fetch(folder, List.of(mirror.address()), Progress.NONE), folder.resolve("mnist"))
                .hasMessageContaining("train-images-idx3-ubyte.gz")
                .hasMessageContaining("from its mirror");
        assertThat(mirror.requests()).containsExactly("train-images-idx3-ubyte.gz");
    }
}
