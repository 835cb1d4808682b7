package vn.phongtrao.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.phongtrao.unit.Position.COMMITTEE_CHAIR;
import static vn.phongtrao.unit.Position.COMMITTEE_CLERK;
import static vn.phongtrao.unit.Position.COUNCIL_MEMBER;
import static vn.phongtrao.unit.Position.POLICE_CHIEF;
import static vn.phongtrao.unit.Position.POLICE_OFFICER;
import static vn.phongtrao.workflow.Journey.individual;
import static vn.phongtrao.workflow.Journey.officer;
import static vn.phongtrao.workflow.Journey.proposal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Pageable;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import vn.phongtrao.commendation.AwardRegister;
import vn.phongtrao.security.Officer;

/** An organisation adds a form of award in its own copy of tables, form and words. No line of Java knows of it. */
@ScenarioTest
class AdditionalAwardFormIT {

    private static final String COMMUNE = "95/954/31813";
    private static final Officer DRAFTER = officer(POLICE_OFFICER, COMMUNE);
    private static final String NAME = "Giấy khen Chiến sĩ mẫu của Chủ tịch Ủy ban nhân dân cấp xã";

    @Autowired
    private Journey journey;
    @Autowired
    private AwardRegister awards;

    @DynamicPropertySource
    static void ownFolder(DynamicPropertyRegistry properties) throws IOException {
        var own = Files.createTempDirectory("processes");
        var commendation = Files.createDirectory(own.resolve("commendation"));
        try (var files = Files.list(Path.of("processes/commendation"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var text = Files.readString(file);
                var changed = changed(file.getFileName().toString(), text);
                if (!changed.equals(text)) {
                    Files.writeString(commendation.resolve(file.getFileName()), changed);
                }
            }
        }
        properties.add("phongtrao.processes", own::toString);
    }

    /** The new form goes wherever a table names the commune's certificate. */
    private static String changed(String file, String text) {
        if (file.endsWith(".dmn")) {
            return text.replace("<text>\"commune-certificate\"", "<text>\"commune-certificate\", \"model-guard\"");
        }
        if (file.equals("commendation-proposal.form")) {
            return text.replaceFirst("\"value\": \"commune-certificate\"\\s*}",
                    "$0, {\"label\": \"" + NAME + "\", \"value\": \"model-guard\"}");
        }
        return file.startsWith("words") ? text + "\naward-form.model-guard = " + NAME + "\n" : text;
    }

    @Test
    void anAddedFormOfAwardGoesFromTheProposalToTheRegister() {
        var number = journey.propose(DRAFTER, proposal("model-guard", "regular", List.of(individual("Người mẫu"))));
        assertThat(journey.show(number)).containsEntry("awardFormName", NAME)
                .containsEntry("title", "Người mẫu: Thành tích mẫu trong phong trào (%s)".formatted(NAME));
        journey.complete(number, "complete-dossier", DRAFTER, Map.of());
        journey.approve(number, "sign", officer(POLICE_CHIEF, COMMUNE));
        journey.approve(number, "appraise", officer(COMMITTEE_CLERK, COMMUNE));
        for (int member = 1; member <= 3; member++) {
            journey.complete(number, "council-vote", officer(COUNCIL_MEMBER, COMMUNE, member),
                    Map.of("approvedNominees", journey.nomineeIds(number)));
        }
        journey.approve(number, "decide", officer(COMMITTEE_CHAIR, COMMUNE));

        assertThat(awards.list(new AwardRegister.Filter("model-guard", null, null, number, null, null, null, null, null, null, null),
                new Officer("admin", Set.of(), true), Pageable.ofSize(5)).getContent()).singleElement()
                .satisfies(award -> {
                    assertThat(award.formName()).isEqualTo(NAME);
                    assertThat(award.decisionNumber()).endsWith("/QĐ-UBND");
                    assertThat(award.bonus()).isEqualTo(360_000);
                });
    }
}
