package collapselab.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import ch.qos.logback.core.FileAppender;
import ch.qos.logback.core.spi.ContextAwareBase;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;

/**
 * Sets Logback up: nothing on the terminal, warnings and stacks go to the file that {@link Log} names. In code, since to read it
 * from XML takes half a second of the window's start; Logback finds it among the services.
 */
@ConfiguratorRank(ConfiguratorRank.CUSTOM_TOP_PRIORITY)
public final class LogConfiguration extends ContextAwareBase implements Configurator {
    @Override
    public ExecutionStatus configure(LoggerContext context) {
        AppenderBase<ILoggingEvent> first = new FirstEntry();
        first.setContext(context);
        first.start();
        ch.qos.logback.classic.Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.WARN);
        root.addAppender(first);
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    /** Makes the file with the first entry: a run without trouble leaves none. */
    private static final class FirstEntry extends AppenderBase<ILoggingEvent> {
        private FileAppender<ILoggingEvent> file;

        @Override
        protected void append(ILoggingEvent entry) {
            if (file == null) {
                file = open();
            }
            file.doAppend(entry);
        }

        private FileAppender<ILoggingEvent> open() {
            PatternLayoutEncoder encoder = new PatternLayoutEncoder();
            encoder.setContext(getContext());
            encoder.setCharset(StandardCharsets.UTF_8);
            encoder.setPattern("%d{yyyy-MM-dd HH:mm:ss} %-5level %logger{0} - %msg%n");
            encoder.start();
            FileAppender<ILoggingEvent> opened = new FileAppender<>();
            opened.setContext(getContext());
            opened.setEncoder(encoder);
            opened.setFile(System.getProperty(Log.PROPERTY, "/dev/null"));
            opened.start();
            return opened;
        }

        @Override
        public void stop() {
            if (file != null) {
                file.stop();
            }
            super.stop();
        }
    }
}
