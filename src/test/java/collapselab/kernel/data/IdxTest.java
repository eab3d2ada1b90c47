package collapselab.kernel.data;

import static collapselab.kernel.data.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdxTest {
    private static final LabelledImages DIGITS = DrawnDigits.generate(1, 20, 0).train();

    @TempDir
    private Path folder;

    private Path images;
    private Path labels;

    @BeforeEach
    void write() {
        images = folder.resolve("images.gz");
        labels = folder.resolve("labels");
        Idx.write(images, DIGITS.images());
        Idx.write(labels, DIGITS.labels());
    }

    private static void damage(Path file, int at) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[at] ^= 0x55;
        Files.write(file, bytes);
    }

    private static void cut(Path file, int bytes) throws IOException {
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), bytes));
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        assertThat(Idx.labelled(images, labels)).isEqualTo(DIGITS);
    }

    @Test
    void filesArePackedByTheirNameAndUnpackedByTheirBytes() throws IOException {
        assertThat(Files.size(images)).isLessThan(20 * 28 * 28 / 2);
        assertThat(Files.size(labels)).isEqualTo(28);
        Path renamed = Files.move(images, folder.resolve("images"));

        assertThat(Idx.images(renamed)).isEqualTo(DIGITS.images());
    }

    @Test
    void headsAreThoseOfTheFormat() throws IOException {
        Path plain = folder.resolve("plain");
        Idx.write(plain, DIGITS.images());

        ByteBuffer head = ByteBuffer.wrap(Files.readAllBytes(plain));
        assertThat(new int[] {head.getInt(), head.getInt(), head.getInt(), head.getInt()})
                .containsExactly(2051, 20, 28, 28);
        assertThat(ByteBuffer.wrap(Files.readAllBytes(labels)).getInt()).isEqualTo(2049);
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        Path missing = folder.resolve("missing");

        assertRefused(() -> Idx.images(missing), missing).hasMessageStartingWith("There is no file");
    }

    @Test
    void aFolderIsNoFile() {
        assertRefused(() -> Idx.images(folder), folder).hasMessageContaining("is a folder");
    }

    @Test
    void aFileThatMayNotBeReadIsNamed() {
        assertThat(images.toFile().setReadable(false)).isTrue();
        assumeFalse(Files.isReadable(images), "this user may read everything");

        assertRefused(() -> Idx.images(images), images).hasMessageContaining("may not be read");
    }

    @Test
    void anEmptyFileIsNamed() throws IOException {
        cut(labels, 0);

        assertRefused(() -> Idx.labels(labels), labels).hasMessageContaining("is empty");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 7})
    void aCutHeadIsNamed(int bytes) throws IOException {
        cut(labels, bytes);

        assertRefused(() -> Idx.labels(labels), labels).hasMessageContaining("is cut off");
    }

    @Test
    void aCutFileSaysHowMuchIsThere() throws IOException {
        cut(labels, 20);

        assertRefused(() -> Idx.labels(labels), labels).hasMessageContaining("cut off: 20 of 28 bytes");
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 5, 12, 500})
    void aCutGzipFileIsNamed(int bytes) throws IOException {
        cut(images, bytes);

        assertRefused(() -> Idx.images(images), images).hasMessageContaining("is cut off");
    }

    @Test
    void everyDamagedByteOfAGzipBodyIsNoticed() throws IOException {
        byte[] whole = Files.readAllBytes(images);
        for (int at = 10; at < whole.length; at += 97) {
            damage(images, at);
            assertThatThrownBy(() -> Idx.images(images)).isInstanceOf(DataException.class);
            Files.write(images, whole);
        }
        damage(images, whole.length - 6);
        assertRefused(() -> Idx.images(images), images).hasMessageContaining("damaged gzip");
    }

    @Test
    void anotherFileIsNoIdxFile() throws IOException {
        Files.writeString(labels, "<html>sign in to this network</html>");

        assertRefused(() -> Idx.labels(labels), labels).hasMessageContaining("no IDX file of labels");
    }

    @Test
    void swappedFilesAreRecognised() {
        assertRefused(() -> Idx.labelled(labels, images), labels)
                .hasMessageContaining("holds labels where images are expected")
                .hasMessageContaining("swapped");
        assertRefused(() -> Idx.labels(images), images).hasMessageContaining("holds images where labels");
    }

    @Test
    void aHeadThatPromisesTooMuchAllocatesNothing() throws IOException {
        Files.write(
                labels,
                ByteBuffer.allocate(28)
                        .putInt(2049)
                        .putInt(Integer.MAX_VALUE - 20)
                        .array());
        assertRefused(() -> Idx.labels(labels), labels).hasMessageContaining("28 of 2,147,483,635 bytes");

        Path huge = folder.resolve("huge");
        Files.write(
                huge,
                ByteBuffer.allocate(16)
                        .putInt(2051)
                        .putInt(1 << 20)
                        .putInt(1 << 10)
                        .putInt(1 << 10)
                        .array());
        assertRefused(() -> Idx.images(huge), huge).hasMessageContaining("1,099,511,627,776 bytes");
    }

    @Test
    void anImpossibleSizeIsNamed() throws IOException {
        Path flat = folder.resolve("flat");
        Files.write(
                flat,
                ByteBuffer.allocate(16)
                        .putInt(2051)
                        .putInt(3)
                        .putInt(0)
                        .putInt(28)
                        .array());

        assertRefused(() -> Idx.images(flat), flat).hasMessageContaining("size of 0");
        Files.write(labels, ByteBuffer.allocate(8).putInt(2049).putInt(-1).array());
        assertRefused(() -> Idx.labels(labels), labels).hasMessageContaining("size of -1");
    }

    @Test
    void aFileLongerThanItsHeadStatesIsNamed() throws IOException {
        Files.write(labels, Arrays.copyOf(Files.readAllBytes(labels), 29));

        assertRefused(() -> Idx.labels(labels), labels).hasMessageContaining("longer than the 28 bytes");
    }

    @Test
    void imagesAndLabelsOfDifferentNumberDoNotBelongTogether() {
        Idx.write(labels, DIGITS.labels().first(19));

        assertRefused(() -> Idx.labelled(images, labels), labels)
                .hasMessageContaining("20 images")
                .hasMessageContaining("19 labels");
    }

    @Test
    void aPlaceThatCannotBeWrittenIsNamed() {
        Path nowhere = folder.resolve("not-there").resolve("labels");

        assertRefused(() -> Idx.write(nowhere, DIGITS.labels()), nowhere).hasMessageContaining("cannot be written");
    }
}
