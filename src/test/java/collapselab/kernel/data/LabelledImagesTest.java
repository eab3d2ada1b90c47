package collapselab.kernel.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class LabelledImagesTest {
    private static final LabelledImages THREE =
            new LabelledImages(Images.of(1, 2, new byte[] {1, 2, 3, 4, 5, 6}), Labels.of(new byte[] {7, 0, 7}));

    @Test
    void imagesAndLabelsStayTogether() {
        assertThat(THREE.select(new int[] {2, 0}).labels()).isEqualTo(Labels.of(new byte[] {7, 7}));
        assertThat(THREE.select(new int[] {2, 0}).images().at(0, 0)).isEqualTo(5);
        assertThat(THREE.first(2).concat(THREE.select(new int[] {2}))).isEqualTo(THREE);
        assertThat(THREE.count()).isEqualTo(3);
    }

    @Test
    void aLabelTooFewIsRefused() {
        assertThatThrownBy(
                        () -> new LabelledImages(THREE.images(), THREE.labels().first(2)))
                .hasMessage("3 images and 2 labels");
    }

    @Test
    void labelsAreCounted() {
        assertThat(THREE.labels().counts(10)).containsExactly(1, 0, 0, 0, 0, 0, 0, 2, 0, 0);
        assertThat(THREE.labels().max()).isEqualTo(7);
        assertThat(Labels.of(new byte[0]).max()).isEqualTo(-1);
        assertThat(Labels.of(new byte[] {(byte) 200}).at(0)).isEqualTo(200);
    }

    @Test
    void labelsKeepNoHoldOnArrays() {
        byte[] bytes = {1, 2};
        Labels labels = Labels.of(bytes);
        bytes[0] = 5;
        labels.toArray()[1] = 5;

        assertThat(labels).isEqualTo(Labels.of(new byte[] {1, 2})).hasSameHashCodeAs(Labels.of(new byte[] {1, 2}));
        assertThat(labels).hasToString("Labels(2)");
    }
}
