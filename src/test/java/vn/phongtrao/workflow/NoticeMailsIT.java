package vn.phongtrao.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.phongtrao.unit.Position.POLICE_CHIEF;
import static vn.phongtrao.unit.Position.POLICE_OFFICER;
import static vn.phongtrao.workflow.Journey.individual;
import static vn.phongtrao.workflow.Journey.officer;
import static vn.phongtrao.workflow.Journey.proposal;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

import vn.phongtrao.language.Language;
import vn.phongtrao.notification.MailChoice;
import vn.phongtrao.notification.MailChoices;
import vn.phongtrao.security.MailAddresses;
import vn.phongtrao.security.Officer;

/** From a step to the outbox. */
@ScenarioTest
@TestPropertySource(properties = {"spring.mail.host=localhost", "spring.mail.port=1", "phongtrao.mail.from=he-thong@example.vn",
        "phongtrao.papers.public-url=https://phongtrao.example.vn", "phongtrao.notices.mail-every=200ms"})
class NoticeMailsIT {

    private static final String COMMUNE = "95/954/31813";
    private static final Officer DRAFTER = officer(POLICE_OFFICER, COMMUNE);
    private static final Officer CHIEF = officer(POLICE_CHIEF, COMMUNE);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TestConfiguration(proxyBeanMethods = false)
    static class Addresses {

        @Bean
        @Primary
        MailAddresses invented() {
            return user -> Optional.of(user + "@example.vn");
        }
    }

    @Autowired
    Journey journey;

    @Autowired
    MailChoices choices;

    @Autowired
    JdbcClient database;

    @Test
    void aTaskBecomesOneMailToTheHolderWhoWantsItAtOnceAndToNobodyElse() {
        assertThat(choices.choose(MailChoice.AT_ONCE, Language.VIETNAMESE, CHIEF).on()).isTrue();
        var number = journey.propose(DRAFTER, proposal("commune-certificate", "ad-hoc", List.of(individual("Người mẫu"))));
        journey.complete(number, "complete-dossier", DRAFTER, Map.of());

        await().atMost(PATIENCE).until(() -> !mails(number).isEmpty());
        assertThat(mails(number)).singleElement().satisfies(mail -> {
            assertThat(mail.to).isEqualTo("police-chief.31813@example.vn");
            assertThat(mail.subject).isEqualTo("[TDBVANTQ] " + number + ": Nhiệm vụ mới: Ký duyệt hồ sơ");
            assertThat(mail.body).contains("Hạn xử lý: ", "https://phongtrao.example.vn/dossiers/" + number)
                    .doesNotContain("Người mẫu");
        });
    }

    private record Mail(String to, String subject, String body) {
    }

    private List<Mail> mails(String number) {
        return database.sql("select recipient, subject, body from outgoing_message where body like '%' || ? || '%'")
                .param(number).query((row, index) -> new Mail(row.getString("recipient"), row.getString("subject"),
                        row.getString("body"))).list();
    }
}
