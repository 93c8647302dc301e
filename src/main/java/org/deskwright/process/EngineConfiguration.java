package org.deskwright.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.identity.ReadOnlyIdentityProvider;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.plugin.AdministratorAuthorizationPlugin;
import org.deskwright.audit.AuditLog;
import org.deskwright.identity.Directory;
import org.deskwright.inference.ModelNames;
import org.deskwright.process.proof.ProvenOnly;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** How the engine is built: its doors closed, the directory as its people, our rules in every model. */
@Configuration(proxyBeanMethods = false)
class EngineConfiguration {

    @Bean
    DecisionCapture decisionCapture(AuditLog audit, TableAnswers answers) {
        return new DecisionCapture(audit, answers);
    }

    /** Members of this directory group administer the engine. */
    @Bean
    AdministratorAuthorizationPlugin deskAdmins() {
        AdministratorAuthorizationPlugin plugin = new AdministratorAuthorizationPlugin();
        plugin.setAdministratorGroupName("desk-admins");
        return plugin;
    }

    @Bean
    @Order(100)
    ProcessEnginePlugin closedDoors(Directory directory, DecisionCapture capture, ModelRules rules, StepsOnRecord steps, AuditLog audit,
                                    ListableBeanFactory beans) {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl engine) {
                engine.setIdentityProviderSessionFactory(sessions(directory));
                DelegateBeans delegates = new DelegateBeans(beans);
                engine.setExpressionManager(new GuardedExpressions(delegates));
                engine.setBpmnParseFactory(parser -> new DelegatesOnly(parser, delegates));
                engine.setCustomPostDeployers(List.of(new PolicyByRiskOwners(), new ProvenOnly(), new RevocableOnly(),
                        new AblePerformers(() -> beans.getBean(ModelNames.class)), new ReviewDemanded(), new DeploymentsOnRecord(audit)));
                engine.setScriptFactory(new NoScripts());
                engine.setCustomPreDeployers(List.of(new NoTenants(), new ModelFilesOnly()));
                engine.setHistoryEventProducer(new WordlessHistory(new OperationsOnRecord(audit)));
                engine.setCustomHistoryLevels(List.of(new OperationsToo()));
                engine.setTaskService(OnlyAnswers.tasks());
                engine.setFormService(OnlyAnswers.forms());
                engine.setEnableExpressionsInAdhocQueries(false);
                engine.setEnableExpressionsInStoredQueries(true);
                engine.setEnableXxeProcessing(false);
                engine.setJavaSerializationFormatEnabled(false);
                engine.setDeserializationTypeValidationEnabled(true);
                engine.setQueryMaxResultsLimit(BoundedQueries.MOST);
                engine.setSkipOutputMappingOnCanceledActivities(true);
                engine.setEnableExceptionsAfterUnhandledBpmnError(true);
                engine.setTenantCheckEnabled(false);
                engine.setEnableCmdExceptionLogging(false); // a refusal is an answer, and a failed job is logged by its executor
                engine.setDmnEngineConfiguration(tables(capture));
                engine.setCustomPreCommandInterceptorsTxRequired(List.of(new PlainRefusals(), new ClosedCommands(engine.getIdentityService())));
                List<BpmnParseListener> listeners = new ArrayList<>(
                        Optional.ofNullable(engine.getCustomPostBPMNParseListeners()).orElse(List.of()));
                listeners.add(rules);
                listeners.add(steps);
                engine.setCustomPostBPMNParseListeners(listeners);
            }
        };
    }

    private static DefaultDmnEngineConfiguration tables(DecisionCapture capture) {
        DefaultDmnEngineConfiguration tables = (DefaultDmnEngineConfiguration) DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
        tables.setFeelEngineFactory(CachedFeel::new);
        tables.setScriptEngineResolver(new NoScripts());
        tables.setCustomPostDecisionTableEvaluationListeners(List.of(capture));
        return tables;
    }

    private static SessionFactory sessions(Directory directory) {
        return new SessionFactory() {
            @Override
            public Class<?> getSessionType() {
                return ReadOnlyIdentityProvider.class;
            }

            @Override
            public Session openSession() {
                return new DirectoryIdentityProvider(directory);
            }
        };
    }
}
