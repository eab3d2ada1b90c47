package collapselab.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import collapselab.catalog.Catalog;
import collapselab.kernel.data.DigitSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RunSpecTest {
    private static final List<Experiment<?, ?>> CATALOG =
            Catalog.experiments(DigitSource.of(Optional.empty(), Map.of()));

    private static RunSpec<?> parse(String text) {
        return RunSpec.parse(text, CATALOG);
    }

    @Test
    void whatIsLeftOutHasItsDefault() {
        assertThat(parse("gaussian").toString())
                .isEqualTo("gaussian?samples=100&growth=constant&generations=200&regime=replace&real=0"
                        + "&dimension=1&estimator=unbiased&temperature=1&truncation=0&statistical=finite&data=normal"
                        + "&seed=1&seeds=1");
        assertThat(parse("digits").toString())
                .isEqualTo(
                        "digits?samples=10000&growth=constant&generations=20&regime=replace&real=0&epochs=10"
                                + "&hidden=400&latent=20&batch=128&learningRate=0.001&output=mean&start=scratch&seed=1&seeds=1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gaussian",
                "gaussian?samples=1000&regime=replace,accumulate&real=0.1&realSource=kept&estimator=mle&seed=7",
                "gaussian?samples=1e3&temperature=1.50&seed=-4",
                "gaussian?growth=superlinear&regime=replace-multiple,replace",
                "digits?output=bernoulli&start=warm&learningRate=1e-4&regime=subsample"
            })
    void itsTextRoundTrips(String text) {
        RunSpec<?> spec = parse(text);
        assertThat(parse(spec.toString())).isEqualTo(spec);
        assertThat(parse(spec.shortText())).isEqualTo(spec);
    }

    @Test
    void theShortTextNamesOnlyWhatDiffers() {
        assertThat(parse("gaussian?samples=100&seed=7&regime=accumulate").shortText())
                .isEqualTo("gaussian?regime=accumulate&seed=7");
        assertThat(parse("digits?seed=1").shortText()).isEqualTo("digits");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gausian | There is no experiment \"gausian\": use gaussian or",
                "gaussian?sample=3 | has no parameter \"sample\"",
                "gaussian?samples=3&samples=4 | samples twice",
                "gaussian?samples | not name=value",
                "gaussian?samples=3&&seed=1 | not name=value",
                "gaussian?=3 | not name=value",
                "gaussian?samples= | not a finite number",
                "gaussian?samples=many | not a finite number",
                "gaussian?samples=NaN | not a finite number",
                "gaussian?real=Infinity | not a finite number",
                "gaussian?temperature=1e999 | too large",
                "gaussian?samples=10.5 | not a whole number",
                "gaussian?samples=99999999999 | not a whole number that fits",
                "gaussian?samples=1 | at least 2 samples",
                "gaussian?samples=-5 | at least 2 samples",
                "gaussian?generations=0 | use 1 or more",
                "gaussian?seeds=0 | use 1 or more",
                "gaussian?seed=9223372036854775808 | not a whole number that fits",
                "gaussian?seed=9223372036854775807&seeds=2 | use a smaller seed, or fewer seeds",
                "gaussian?seed=9223372036854775800&seeds=9 | beyond the last seed, 9223372036854775807",
                "gaussian?real=1.5 | from 0 to 1",
                "gaussian?real=-0.1 | from 0 to 1",
                "gaussian?realSource=new | use fresh or kept or redrawn",
                "gaussian?regime= | use replace or accumulate or subsample",
                "gaussian?regime=forget | use replace or accumulate or subsample",
                "gaussian?regime=replace,replace | twice",
                "gaussian?growth=fast | use constant or linear or superlinear",
                "gaussian?growth=linear&real=0.1&realSource=kept | cannot feed batches that grow",
                "gaussian?growth=linear&samples=2&real=0.1&realSource=kept | cannot feed batches that grow",
                "gaussian?regime=replace-multiple&real=0.1&realSource=redrawn | cannot feed batches that grow",
                "gaussian?samples=10&real=0.04&realSource=kept&regime=replace-multiple&generations=10 | cannot feed batches",
                "gaussian?growth=superlinear&samples=10000&generations=100000 | 2,147,483,647",
                "gaussian?growth=linear&samples=2&generations=1000000000&regime=accumulate | 2,147,483,647",
                "gaussian?dimension=0 | use 1 to 100",
                "gaussian?dimension=101 | use 1 to 100",
                "gaussian?estimator=MLE | use unbiased or mle",
                "gaussian?temperature=0 | above 0",
                "gaussian?truncation=0.01 | 0.1 to 10.0 standard deviations, or 0 for none",
                "gaussian?data=file | use normal or two-peaks or csv or drawn",
                "gaussian?data=csv | name one, such as file=points.csv",
                "gaussian?data=csv&file=no-such-file.csv | no-such-file.csv",
                "gaussian?regime=subsample&samples=1000000&generations=100000 | use fewer",
                "digits?samples=60001 | at most that many",
                "digits?epochs=0 | use 1 to 1000",
                "digits?learningRate=0 | above 0",
                "digits?latent=5000 | use 1 to 512"
            })
    void whatIsWrongIsRefusedInOneSentence(String text, String part) {
        assertThatThrownBy(() -> parse(text))
                .isInstanceOf(SpecException.class)
                .hasMessageContaining(part)
                .hasMessageEndingWith(".")
                .hasMessageNotContaining("Exception");
    }

    @Test
    void theWindowComparesRegimesOverAnEnsemble() {
        RunSpec<?> spec = RunSpec.opening(CATALOG.get(0));
        assertThat(spec.regimes()).containsExactly(DataRegime.REPLACE, DataRegime.ACCUMULATE, DataRegime.SUBSAMPLE);
        assertThat(spec.protocol().seeds()).isEqualTo(64);
        Experiment<?, ?> digits = parse("digits").experiment();
        assertThat(RunSpec.opening(digits).protocol().seeds()).isEqualTo(1);
    }

    @Test
    void theOrderOfParametersMakesNoDifference() {
        // With the default samples the other two would lead to too many.
        RunSpec<?> spec = parse("gaussian?samples=2&generations=100000&growth=superlinear");
        assertThat(parse("gaussian?generations=100000&growth=superlinear&samples=2"))
                .isEqualTo(spec);
        assertThat(parse("gaussian?growth=superlinear&samples=2&generations=100000"))
                .isEqualTo(spec);
    }

    @Test
    void oneChangeLeavesTheRest() {
        RunSpec<?> spec = parse("gaussian?seed=7&real=0.25");
        assertThat(spec.with("samples", "50")).isEqualTo(parse("gaussian?samples=50&seed=7&real=0.25"));
        assertThat(spec.protocol().realSamples()).isEqualTo(25);
    }
}
