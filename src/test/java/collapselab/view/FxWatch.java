package collapselab.view;

import static net.bytebuddy.matcher.ElementMatchers.isEnum;
import static net.bytebuddy.matcher.ElementMatchers.isInterface;
import static net.bytebuddy.matcher.ElementMatchers.isMethod;
import static net.bytebuddy.matcher.ElementMatchers.isPrivate;
import static net.bytebuddy.matcher.ElementMatchers.nameEndsWith;
import static net.bytebuddy.matcher.ElementMatchers.nameStartsWith;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.namedOneOf;
import static net.bytebuddy.matcher.ElementMatchers.not;

import collapselab.experiment.Experiment;
import java.lang.instrument.Instrumentation;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import net.bytebuddy.agent.ByteBuddyAgent;
import net.bytebuddy.agent.builder.AgentBuilder;
import net.bytebuddy.agent.builder.ResettableClassFileTransformer;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.matcher.ElementMatcher;

/**
 * Watches which methods of the kernel, the catalog and the code that reads and writes files the FX thread enters. It may read
 * what an experiment is called and what its parameters are: constants and records.
 */
public final class FxWatch implements AutoCloseable {
    private static final Set<String> ENTERED = new ConcurrentSkipListSet<>();

    /** What an experiment says of itself without looking at any setting. */
    private static final ElementMatcher<MethodDescription> DESCRIPTIONS = namedOneOf(
            "id",
            "title",
            "summary",
            "defaults",
            "protocol",
            "opening",
            "presets",
            "range",
            "live",
            "metrics",
            "charted",
            "headline");

    private static final ElementMatcher.Junction<TypeDescription> WATCHED = nameStartsWith("collapselab.kernel.")
            .or(nameStartsWith("collapselab.catalog."))
            .or(nameStartsWith("collapselab.export."))
            .or(named(WindowMemory.class.getName()))
            .<TypeDescription>and(not(isInterface()))
            .and(not(isEnum()))
            .and(not(nameEndsWith("Parameters")));

    private static volatile Thread fx;

    private final Instrumentation instrumentation = ByteBuddyAgent.install();
    private final ResettableClassFileTransformer transformer;

    /** Begins to watch the thread that calls, the FX thread. */
    static FxWatch begin() {
        ENTERED.clear();
        fx = Thread.currentThread();
        return new FxWatch();
    }

    private FxWatch() {
        transformer = new AgentBuilder.Default()
                .disableClassFormatChanges()
                .with(AgentBuilder.RedefinitionStrategy.RETRANSFORMATION)
                .type(WATCHED)
                .transform((builder, type, loader, module, domain) -> builder.visit(Advice.to(Entry.class)
                        .on(isMethod()
                                .and(not(isPrivate()))
                                .and(type.isAssignableTo(Experiment.class) ? not(DESCRIPTIONS) : isMethod()))))
                .installOn(instrumentation);
    }

    /** What the FX thread has entered so far. */
    Set<String> entered() {
        return new TreeSet<>(ENTERED);
    }

    /** Called, from the methods that are watched, as they are entered. */
    public static void enter(String method) {
        if (Thread.currentThread() == fx) {
            ENTERED.add(method);
        }
    }

    @Override
    public void close() {
        transformer.reset(instrumentation, AgentBuilder.RedefinitionStrategy.RETRANSFORMATION);
    }

    /** What is put at the head of each method that is watched. */
    static final class Entry {
        private Entry() {}

        @Advice.OnMethodEnter
        static void entered(@Advice.Origin("#t.#m") String method) {
            FxWatch.enter(method);
        }
    }
}
