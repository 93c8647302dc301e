package org.deskwright.faultrun;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import org.deskwright.Deskwright;
import org.deskwright.correspondence.TextMessages;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;

/**
 * The desk as it is, with a fuse in it and phones that are lines in a file. Arguments: the phones' file, and the point to
 * die at, if already the start shall end there. A line on standard input names the point from then on; when there is nobody
 * left to write one, the desk ends as well.
 */
final class FaultyDesk {

    private FaultyDesk() {
    }

    public static void main(String[] arguments) {
        Fuse fuse = new Fuse();
        if (arguments.length > 1) {
            fuse.arm(KillPoint.valueOf(arguments[1]));
        }
        Thread orders = new Thread(() -> obey(fuse), "fault-run-orders");
        orders.setDaemon(true);
        orders.start();
        SpringApplication desk = new SpringApplication(Deskwright.class);
        desk.addInitializers(context -> prepare(context, fuse, Path.of(arguments[0])));
        desk.run();
    }

    private static void prepare(ConfigurableApplicationContext context, Fuse fuse, Path phones) {
        context.getBeanFactory().registerSingleton("nothingOfTheTests", new NothingOfTheTests());
        context.getBeanFactory().registerSingleton("phones", (TextMessages) (id, mobile, text) -> ring(phones, mobile, text));
        context.getBeanFactory().addBeanPostProcessor(new FusedBeans(fuse));
    }

    private static void ring(Path phones, String mobile, String text) {
        try {
            Files.writeString(phones, mobile + " " + text.replaceAll("\\s+", " ") + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void obey(Fuse fuse) {
        try (BufferedReader orders = new BufferedReader(new InputStreamReader(System.in))) {
            for (String order = orders.readLine(); order != null; order = orders.readLine()) {
                fuse.arm(KillPoint.valueOf(order));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            Runtime.getRuntime().halt(1);
        }
    }

    /** The components that tests declare are on the class path too, and are no part of the desk. */
    private static final class NothingOfTheTests extends TypeExcludeFilter {

        @Override
        public boolean match(MetadataReader type, MetadataReaderFactory types) throws IOException {
            return type.getResource().getURI().getPath().contains("/test-classes/");
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof NothingOfTheTests;
        }

        @Override
        public int hashCode() {
            return NothingOfTheTests.class.hashCode();
        }
    }
}
