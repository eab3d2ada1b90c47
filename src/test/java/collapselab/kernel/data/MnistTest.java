package collapselab.kernel.data;

import static collapselab.kernel.data.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import collapselab.kernel.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MnistTest {
    private static final String TRAIN_IMAGES = "train-images-idx3-ubyte";
    private static final String TRAIN_LABELS = "train-labels-idx1-ubyte";
    private static final String TEST_IMAGES = "t10k-images-idx3-ubyte";
    private static final String TEST_LABELS = "t10k-labels-idx1-ubyte";

    @TempDir
    private Path folder;

    private Path mnist;

    @BeforeEach
    void writeFourSmallFiles() throws IOException {
        mnist = Files.createDirectory(folder.resolve("mnist"));
        write(28, 20, new byte[20]);
        Idx.write(mnist.resolve(TEST_IMAGES), Images.of(28, 28, new byte[784 * 10]));
        Idx.write(mnist.resolve(TEST_LABELS), Labels.of(new byte[10]));
    }

    private void write(int side, int n, byte[] labels) {
        Idx.write(mnist.resolve(TRAIN_IMAGES), Images.of(side, side, new byte[side * side * n]));
        Idx.write(mnist.resolve(TRAIN_LABELS), Labels.of(labels));
    }

    @Test
    void aFolderThatIsNotThereIsNamed() {
        Path missing = folder.resolve("missing");

        assertRefused(() -> Mnist.read(missing), missing).hasMessageContaining("no data folder");
    }

    @Test
    void aFileIsNoFolder() {
        Path file = mnist.resolve(TRAIN_LABELS);

        assertRefused(() -> Mnist.read(file), file).hasMessageContaining("is a file, not a data folder");
    }

    @Test
    void aFolderThatMayNotBeReadIsNamed() {
        assertThat(folder.toFile().setReadable(false)).isTrue();
        assumeFalse(Files.isReadable(folder), "this user may read everything");
        try {
            assertRefused(() -> Mnist.read(folder), folder).hasMessageContaining("may not be read");
        } finally {
            assertThat(folder.toFile().setReadable(true)).isTrue();
        }
    }

    @Test
    void eachMissingFileIsNamed() throws IOException {
        for (String name : List.of(TRAIN_IMAGES, TRAIN_LABELS, TEST_IMAGES, TEST_LABELS)) {
            Path away = Files.move(mnist.resolve(name), folder.resolve(name));

            assertThat(Mnist.isIn(folder)).isFalse();
            assertRefused(() -> Mnist.read(folder), mnist)
                    .hasMessageContaining("the file " + name + ".gz of MNIST is missing");
            Files.move(away, mnist.resolve(name));
        }
        assertThat(Mnist.isIn(folder)).isTrue();
    }

    @Test
    void imagesOfAnotherSizeAreRefused() {
        write(32, 20, new byte[20]);

        assertRefused(() -> Mnist.read(folder), mnist).hasMessageContaining("32 x 32 pixels where MNIST has 28 x 28");
    }

    @Test
    void anotherNumberOfImagesIsRefused() {
        assertRefused(() -> Mnist.read(folder), mnist).hasMessageContaining("20 images where MNIST has 60,000");
    }

    @Test
    void imagesAndLabelsThatDoNotBelongTogetherAreRefused() {
        write(28, 20, new byte[19]);

        assertRefused(() -> Mnist.read(folder), mnist.resolve(TRAIN_LABELS)).hasMessageContaining("19 labels");
    }

    @Test
    void swappedFilesAreRecognised() throws IOException {
        Path images = mnist.resolve(TRAIN_IMAGES);
        Path labels = mnist.resolve(TRAIN_LABELS);
        Files.move(images, mnist.resolve("aside"));
        Files.move(labels, images);
        Files.move(mnist.resolve("aside"), labels);

        assertRefused(() -> Mnist.read(folder), images).hasMessageContaining("swapped");
    }

    @Test
    void aLabelAboveNineIsRefused() {
        byte[] labels = new byte[60_000];
        labels[59_999] = 10;
        write(28, 60_000, labels);

        assertRefused(() -> Mnist.read(folder), mnist.resolve(TRAIN_LABELS)).hasMessageContaining("the label 10");
    }

    @Test
    void anotherSetOfTheSameFormIsNotTakenForMnist() {
        write(28, 60_000, new byte[60_000]);
        Idx.write(mnist.resolve(TEST_IMAGES), Images.of(28, 28, new byte[784 * 10_000]));
        Idx.write(mnist.resolve(TEST_LABELS), Labels.of(new byte[10_000]));

        assertRefused(() -> Mnist.read(folder), mnist.resolve(TRAIN_IMAGES))
                .hasMessageContaining("is not the file of MNIST")
                .hasMessageContaining("ba891046");
    }

    @Test
    void theFolderOfTheFilesMayBeNamedItself() {
        assertRefused(() -> Mnist.read(mnist), mnist.resolve(TRAIN_IMAGES)).hasMessageContaining("60,000");
    }

    @Test
    void filesMayHaveTheNamesThatSomeToolsGiveThem() throws IOException {
        Path renamed = mnist.resolve("train-images.idx3-ubyte");
        Files.move(mnist.resolve(TRAIN_IMAGES), renamed);

        assertRefused(() -> Mnist.read(folder), renamed).hasMessageContaining("60,000");
    }

    @Test
    void theCacheIsThisProgramsOwn() {
        assertThat(Mnist.cache()).endsWithRaw(Path.of("collapse-lab"));
    }

    /** Where this machine's user has MNIST, found as the program finds it. */
    private static Path real() {
        Optional<Path> found = DigitSource.of(Optional.empty(), System.getenv()).folder();
        assumeTrue(found.isPresent(), "no MNIST here: name its folder in " + DigitSource.VARIABLE);
        return found.orElseThrow();
    }

    private static Path realFile(String name) throws IOException {
        try (Stream<Path> files = Files.walk(real(), 2)) {
            Optional<Path> file = files.filter(path -> path.endsWith(name)).findFirst();
            assumeTrue(file.isPresent(), "no " + name + " in " + real());
            return file.orElseThrow();
        }
    }

    @Test
    void theRealOneHasItsKnownFigures() {
        DigitData data = Mnist.read(real());

        assertThat(data.name()).isEqualTo("MNIST");
        assertThat(data.mnist()).isTrue();
        assertThat(data.provenance()).startsWith("MNIST (60,000 + 10,000, sha256 ba891046");
        assertThat(data.train().labels().counts(10))
                .containsExactly(5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949);
        assertThat(data.test().labels().counts(10))
                .containsExactly(980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009);
        long sum = 0;
        for (byte pixel : data.train().images().toArray()) {
            sum += pixel & 0xff;
        }
        assertThat(sum / (60_000 * 784 * 255.0)).isBetween(0.13065, 0.13067);
    }

    @Test
    void theRealOneMayBeUnpacked() throws IOException {
        Idx.write(mnist.resolve(TRAIN_IMAGES), Idx.images(realFile(TRAIN_IMAGES + ".gz")));
        Idx.write(mnist.resolve(TRAIN_LABELS), Idx.labels(realFile(TRAIN_LABELS + ".gz")));
        Files.delete(mnist.resolve(TEST_IMAGES));
        Files.delete(mnist.resolve(TEST_LABELS));
        Files.copy(realFile(TEST_IMAGES + ".gz"), mnist.resolve(TEST_IMAGES + ".gz"));
        Idx.write(mnist.resolve("t10k-labels.idx1-ubyte"), Idx.labels(realFile(TEST_LABELS + ".gz")));

        assertThat(Mnist.read(folder)).isEqualTo(Mnist.read(real()));
    }

    /** As programs leave it: where torchvision puts it, unpacked under the packed name, packed anew, one copy damaged. */
    @ParameterizedTest
    @ValueSource(strings = {"MNIST/raw", "mnist/MNIST/raw", "raw", ""})
    void theRealOneIsKnownByWhatIsInIt(String home) throws IOException {
        Path root = folder.resolve("root");
        Path raw = Files.createDirectories(root.resolve(home));
        Path plain = raw.resolve(TRAIN_IMAGES);
        Idx.write(plain, Idx.images(realFile(TRAIN_IMAGES + ".gz")));
        Files.move(plain, raw.resolve(TRAIN_IMAGES + ".gz"));
        Idx.write(raw.resolve("train-labels.idx1-ubyte.gz"), Idx.labels(realFile(TRAIN_LABELS + ".gz")));
        Path nested = Files.createDirectory(raw.resolve("t10k-images.idx3-ubyte"));
        Idx.write(nested.resolve("t10k-images.idx3-ubyte"), Idx.images(realFile(TEST_IMAGES + ".gz")));
        Files.writeString(raw.resolve(TEST_LABELS + ".gz"), "cut off");
        Idx.write(raw.resolve(TEST_LABELS), Idx.labels(realFile(TEST_LABELS + ".gz")));

        assertThat(Mnist.isIn(root)).isTrue();
        assertThat(Mnist.read(root)).isEqualTo(Mnist.read(real()));
    }

    @Test
    void aDamagedCopyOfTheRealOneIsRefused() throws IOException {
        Path copy = mnist.resolve(TEST_LABELS + ".gz");
        for (String name : List.of(TRAIN_IMAGES, TRAIN_LABELS, TEST_IMAGES)) {
            Files.delete(mnist.resolve(name));
            Files.copy(realFile(name + ".gz"), mnist.resolve(name + ".gz"));
        }
        byte[] whole = Files.readAllBytes(realFile(TEST_LABELS + ".gz"));

        Files.write(copy, Arrays.copyOf(whole, whole.length - 5));
        assertRefused(() -> Mnist.read(folder), copy).hasMessageContaining("cut off");
        byte[] labels = Idx.labels(realFile(TEST_LABELS + ".gz")).toArray();
        labels[5_000] = (byte) ((labels[5_000] + 1) % 10);
        Idx.write(copy, Labels.of(labels));
        assertRefused(() -> Mnist.read(folder), copy).hasMessageContaining("is not the file of MNIST");
    }

    @Test
    void nothingIsFetchedThatIsThereAndWhole() throws IOException {
        Path real = realFile(TRAIN_IMAGES + ".gz").getParent();
        assumeTrue(real.endsWith("mnist"), "fetch looks into a folder named mnist");

        assertThat(Mnist.fetch(real.getParent(), Progress.NONE)).isEqualTo(real.getParent());
    }
}
