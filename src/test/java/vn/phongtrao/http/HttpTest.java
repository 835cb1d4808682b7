package vn.phongtrao.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

import vn.phongtrao.local.WithLocalServices;
import vn.phongtrao.commendation.AwardsGiven;
import vn.phongtrao.team.SampleTeams;

/** The whole application on a port, called as other programs and browsers call it. All such tests share one context. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@WithLocalServices
@Import({Client.class, HttpJourney.class, SampleTeams.class, AwardsGiven.class, Tables.class})
public @interface HttpTest {
}
