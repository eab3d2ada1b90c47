package collapselab.kernel.data;

import static collapselab.kernel.data.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordCountsTest {
    @TempDir
    private Path folder;

    private Path text(String text) throws IOException {
        return Files.writeString(folder.resolve("text.txt"), text);
    }

    private static List<String> words(WordCounts counts) {
        return IntStream.range(0, counts.size())
                .mapToObj(rank -> counts.word(rank) + " " + counts.count(rank))
                .toList();
    }

    @Test
    void wordsAreRunsOfLettersAndDigitsWithoutRegardToCapitals() throws IOException {
        assertThat(words(WordCounts.read(
                        text("The cat -- the \"CAT\"; 42 cats, don't re-use \u2018it\u2019! the\n@-@ <unk>"))))
                .containsExactly("the 3", "cat 2", "42 1", "cats 1", "don't 1", "it 1", "re-use 1", "unk 1");
    }

    @Test
    void wordsOfOtherScriptsAndAccentsAreWords() throws IOException {
        assertThat(words(WordCounts.read(text("\u00dcber \u00fcber n\u0303o \u043c\u0438\u0440"))))
                .containsExactly("\u00fcber 2", "n\u0303o 1", "\u043c\u0438\u0440 1");
    }

    @Test
    void aPackedTextHasTheSameWordsAndItsOwnChecksum() throws IOException {
        Path plain = text("one two two");
        Path packed = folder.resolve("text.txt.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write("one two two".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(words(WordCounts.read(packed))).isEqualTo(words(WordCounts.read(plain)));
        assertThat(WordCounts.read(packed).checksum()).isEqualTo(Sha256.of(packed));
        assertThat(WordCounts.read(plain).checksum()).isEqualTo(Sha256.of(plain));
    }

    @Test
    void whatIsTakenAndWhatIsNotIsSaid() throws IOException {
        WordCounts counts = WordCounts.read(text("a a a b b c d"));

        assertThat(counts.taken(4)).isEqualTo("7 words, 4 different ones");
        assertThat(counts.taken(3)).isEqualTo("7 words, 4 different ones; left out: the 1 rarest, 1 word");
        assertThat(counts.taken(2)).isEqualTo("7 words, 4 different ones; left out: the 2 rarest, 2 words");
    }

    @ParameterizedTest
    @ValueSource(strings = {"... !? --", "one One ONE"})
    void aTextWithoutTwoDifferentWordsIsRefused(String text) throws IOException {
        Path file = text(text);
        assertRefused(() -> WordCounts.read(file), file);
    }

    @Test
    void whatIsNoTextIsRefused() throws IOException {
        Path missing = folder.resolve("missing.txt");
        assertRefused(() -> WordCounts.read(missing), missing);
        Path broken = Files.write(folder.resolve("broken.gz"), new byte[] {0x1f, (byte) 0x8b, 1, 2, 3});
        assertRefused(() -> WordCounts.read(broken), broken);
        Path binary = Files.write(folder.resolve("binary"), new byte[] {(byte) 0xc3, 0x28});
        assertRefused(() -> WordCounts.read(binary), binary);
    }

    /** The counts of a shell's tr, grep and sort over the same file. */
    @Test
    void wikiTextHasItsKnownWords() {
        String data = System.getenv("COLLAPSELAB_DATA");
        assumeTrue(data != null, "COLLAPSELAB_DATA names no folder");
        Path file = Path.of(data, "text", "wikitext-2", "valid.txt.gz");
        assumeTrue(Files.exists(file), file + " is not there");
        WordCounts counts = WordCounts.read(file);
        assertThat(counts.word(0)).isEqualTo("the");
        assertThat(counts.word(1)).isEqualTo("unk");
    }
}
