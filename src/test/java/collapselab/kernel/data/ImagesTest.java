package collapselab.kernel.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ImagesTest {
    /** n images of 2 x 3; pixel p of image i is start + 10 i + p. */
    private static Images images(int start, int n) {
        byte[] bytes = new byte[6 * n];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (start + 10 * (i / 6) + i % 6);
        }
        return Images.of(2, 3, bytes);
    }

    @Test
    void pixelsAreUnsigned() {
        assertThat(images(250, 1).at(0, 5)).isEqualTo(255);
    }

    @Test
    void keepNoHoldOnTheArrayTheyAreMadeFrom() {
        byte[] bytes = {1, 2, 3, 4};
        Images images = Images.of(2, 2, bytes);
        bytes[0] = 9;
        images.toArray()[1] = 9;

        assertThat(images.toArray()).containsExactly(1, 2, 3, 4);
    }

    @Test
    void joinedAreEqualToTheSameInOnePiece() {
        Images whole = images(0, 5);
        Images joined = images(0, 2).concat(images(20, 1)).concat(images(0, 0)).concat(images(30, 2));

        assertThat(joined).isEqualTo(whole).hasSameHashCodeAs(whole);
        assertThat(joined.toArray()).isEqualTo(whole.toArray());
        assertThat(joined.at(2, 1)).isEqualTo(21);
        assertThat(joined.count()).isEqualTo(5);
    }

    @Test
    void firstCutsWithinAPiece() {
        Images joined = images(0, 2).concat(images(20, 3));

        assertThat(joined.first(3)).isEqualTo(images(0, 3));
        assertThat(joined.first(2)).isEqualTo(images(0, 2));
        assertThat(joined.first(0).count()).isZero();
        assertThat(joined.first(4).concat(images(40, 1))).isEqualTo(images(0, 5));
    }

    @Test
    void selectTakesAnyOrderAndRepeats() {
        Images joined = images(0, 2).concat(images(20, 2));

        Images selected = joined.select(new int[] {3, 0, 0});

        assertThat(selected.at(0, 0)).isEqualTo(30);
        assertThat(selected.at(1, 0)).isEqualTo(selected.at(2, 0)).isZero();
        assertThat(joined.select(new int[0]).count()).isZero();
    }

    @Test
    void selectSpreadsOverChunksOfBoundedSize() {
        Images large = Images.of(4096, 4096, new byte[1 << 24]);
        Images many = large.select(new int[] {0, 0, 0, 0, 0});

        assertThat(many.count()).isEqualTo(5);
        assertThat(many.at(4, 7)).isZero();
    }

    @Test
    void oneImageIsCopiedOut() {
        byte[] target = new byte[8];

        images(0, 1).concat(images(10, 2)).copyInto(2, target, 1);

        assertThat(target).containsExactly(0, 20, 21, 22, 23, 24, 25, 0);
    }

    @Test
    void differByPixelAndBySize() {
        assertThat(images(0, 2)).isNotEqualTo(images(1, 2)).isNotEqualTo(images(0, 3));
        assertThat(Images.of(2, 3, new byte[6])).isNotEqualTo(Images.of(3, 2, new byte[6]));
        assertThat(images(0, 2)).hasToString("Images(2, 2, 3)");
    }

    @Test
    void refuseWhatDoesNotFit() {
        assertThatThrownBy(() -> Images.of(0, 3, new byte[3])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Images.of(2, 2, new byte[5])).hasMessageContaining("5 bytes");
        assertThatThrownBy(() -> images(0, 1).concat(Images.of(3, 2, new byte[6])))
                .hasMessageContaining("3 x 2");
        assertThatThrownBy(() -> images(0, 1).at(1, 0)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> images(0, 2).at(0, 6)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> images(0, 2).first(3)).isInstanceOf(IndexOutOfBoundsException.class);
    }
}
