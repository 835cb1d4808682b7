package vn.phongtrao.workflow;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.camunda.community.process_test_coverage.spring_test.common.ProcessEngineCoverageProperties;
import org.camunda.community.process_test_coverage.spring_test.platform7.ProcessEngineCoverageConfiguration;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

import vn.phongtrao.workflow.CompleteCoverage.Threshold;

/** The scenarios of the class pass every element of the models they touch; the build fails below. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Import({Threshold.class, ProcessEngineCoverageConfiguration.class})
@interface CompleteCoverage {

    @TestConfiguration(proxyBeanMethods = false)
    class Threshold {

        @Bean
        ProcessEngineCoverageProperties coverage() {
            return ProcessEngineCoverageProperties.builder().assertClassCoverageAtLeast(1.0).build();
        }

        @Bean
        Journey.Reminding reminding() {
            return new Journey.Reminding();
        }
    }
}
