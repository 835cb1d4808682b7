package vn.phongtrao.workflow;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.stream.IntStream;

import javax.sql.DataSource;

import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

import vn.phongtrao.local.WithLocalDatabase;
import vn.phongtrao.security.PostHolders;
import vn.phongtrao.team.SampleTeams;
import vn.phongtrao.workflow.ScenarioTest.Cast;

/** The whole application without HTTP; three demo accounts sit on each council. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.MOCK)
@WithLocalDatabase
@Import({Cast.class, Journey.class, SampleTeams.class})
@interface ScenarioTest {

    @TestConfiguration(proxyBeanMethods = false)
    class Cast {

        @Bean
        @Primary
        PostHolders demoCouncil() {
            return post -> IntStream.rangeClosed(1, 3)
                        .mapToObj(number -> Journey.officer(post.position(), post.unitPath().value(), number).id())
                        .toList();
        }

        @Bean
        static BeanPostProcessor countingDataSource() {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return bean instanceof DataSource source
                            ? ProxyDataSourceBuilder.create(source).countQuery().build() : bean;
                }
            };
        }
    }
}
