package org.deskwright.connector.demo.directory;

import java.nio.file.Path;
import java.util.Map;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Starts the demo directory before the first ordinary bean is made, and says in {@code desk.ldap.*} where it listens:
 * the LDAP adapter then finds it as it would find any other directory.
 */
final class DemoDirectoryStart implements BeanFactoryPostProcessor {

    private static final String BEAN = "demoDirectoryServer";

    private final ConfigurableEnvironment environment;

    DemoDirectoryStart(ConfigurableEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        int port = Binder.get(environment).bindOrCreate("desk.demo", DemoDirectoryProperties.class).directoryPort();
        DemoDirectoryServer server = new DemoDirectoryServer(port,
                Path.of(environment.getProperty("desk.data", "./data")));
        beans.registerSingleton(BEAN, server);
        ((DefaultListableBeanFactory) beans).registerDisposableBean(BEAN, server::close);
        environment.getPropertySources().addFirst(new MapPropertySource("demoDirectory", Map.of(
                "desk.ldap.host", "127.0.0.1",
                "desk.ldap.port", server.port(),
                "desk.ldap.base-dn", DemoDirectoryServer.BASE_DN,
                "desk.ldap.bind-dn", DemoDirectoryServer.SERVICE_DN,
                "desk.ldap.bind-password", server.servicePassword())));
    }
}
