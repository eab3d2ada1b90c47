package collapselab.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.text.NumberFormat;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;

/** The walls of the floor plan in src/docs/architecture.md. */
@AnalyzeClasses(packages = "collapselab", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule LAYERS = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .withOptionalLayers(true)
            .layer("app")
            .definedBy("..app..")
            .layer("view")
            .definedBy("..view..")
            .layer("cli")
            .definedBy("..cli..")
            .layer("export")
            .definedBy("..export..")
            .layer("chart")
            .definedBy("..chart..")
            .layer("session")
            .definedBy("..session..")
            .layer("catalog")
            .definedBy("..catalog..")
            .layer("experiment")
            .definedBy("..experiment..")
            .layer("plot")
            .definedBy("..plot..")
            .layer("kernel")
            .definedBy("..kernel..")
            .whereLayer("app")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("view")
            .mayOnlyBeAccessedByLayers("app")
            .whereLayer("cli")
            .mayOnlyBeAccessedByLayers("app")
            .whereLayer("export")
            .mayOnlyBeAccessedByLayers("app", "view", "cli")
            .whereLayer("chart")
            .mayOnlyBeAccessedByLayers("app", "view", "cli", "export")
            .whereLayer("session")
            .mayOnlyBeAccessedByLayers("app", "view", "cli", "export")
            .whereLayer("catalog")
            .mayOnlyBeAccessedByLayers("app", "view", "cli", "export", "session")
            .whereLayer("experiment")
            .mayOnlyBeAccessedByLayers("app", "view", "cli", "export", "session", "catalog")
            .whereLayer("plot")
            .mayOnlyBeAccessedByLayers("app", "view", "cli", "export", "session", "catalog", "experiment", "chart")
            .because("each layer uses what is below it, never what is beside or above");

    @ArchTest
    static final ArchRule EXPERIMENTS_DO_NOT_KNOW_EACH_OTHER = slices().matching("collapselab.catalog.(*)..")
            .should()
            .notDependOnEachOther()
            .because("an experiment is one folder that can be added or removed alone");

    @ArchTest
    static final ArchRule TOOLKIT_ONLY_IN_VIEW = noClasses()
            .that()
            .resideOutsideOfPackages("..view..", "..app..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx..", "org.controlsfx..", "atlantafx..", "org.kordamp..")
            .because("everything but the window works with no toolkit");

    @ArchTest
    static final ArchRule ND4J_ONLY_IN_NEURAL = noClasses()
            .that()
            .resideOutsideOfPackage("..kernel.neural..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.nd4j..", "org.bytedeco..")
            .because("another backend then changes one package");

    @ArchTest
    static final ArchRule ONE_SOURCE_OF_RANDOMNESS = noClasses()
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Random.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(ThreadLocalRandom.class)
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.SplittableRandom")
            .orShould()
            .callMethod(Math.class, "random")
            .because("every draw has an address; see kernel.random");

    @ArchTest
    static final ArchRule THREADS_ONLY_IN_SESSION = noClasses()
            .that()
            .resideOutsideOfPackages("..session..", "..view..")
            .and()
            .haveNameNotMatching("collapselab\\.kernel\\.neural\\.Shards.*")
            .should()
            .callConstructor(Thread.class, Runnable.class)
            .orShould()
            .callConstructor(Thread.class, Runnable.class, String.class)
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.concurrent.Executors")
            .because(
                    "runs are threaded in one place; a network's shards, and the window's painter, are the exceptions");

    @ArchTest
    static final ArchRule NO_MUTABLE_STATICS = fields().that()
            .areStatic()
            .and()
            .areDeclaredInClassesThat(resideInAPackage("collapselab.."))
            .and()
            .areDeclaredInClassesThat()
            .resideOutsideOfPackage("..view..")
            .should()
            .beFinal()
            .because("global state makes runs depend on one another");

    @ArchTest
    static final ArchRule NO_LOCALE_SURPRISES = noClasses()
            .should()
            .callMethod(String.class, "format", String.class, Object[].class)
            .orShould()
            .callMethod(String.class, "formatted", Object[].class)
            .orShould()
            .callMethod(Locale.class, "getDefault")
            .orShould()
            .callMethod(NumberFormat.class, "getInstance")
            .orShould()
            .callMethod(NumberFormat.class, "getNumberInstance")
            .orShould()
            .callMethod(NumberFormat.class, "getIntegerInstance")
            .orShould()
            .callMethod(DateTimeFormatter.class, "ofPattern", String.class)
            .because("numbers would be written 1,5 or ١٫٥ beside English words, and differ from those in files");

    @ArchTest
    static final ArchRule NO_DEPENDENCE_OF_KERNEL_UPWARDS = noClasses()
            .that()
            .resideInAPackage("..kernel..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..experiment..", "..plot..", "..session..", "..catalog..")
            .because("numbers know nothing of what they are used for");
}
