package vn.phongtrao.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifiersTest {

    @ParameterizedTest
    @ValueSource(strings = {"KT-31813-2024-00001", "95/954/31813", "12", "police-officer.31813", "commendation:3:5a0f6f1e-7b1e-11ef-9a3f-012345678901",
            "5a0f6f1e-7b1e-11ef-9a3f-012345678901", "decidedOn,desc", "2024-07-01T09:00:00.000+0700", "*", "certificate-1", "KT-954-2024-00001", "KT-95-2024-00001", "01/001/00001",
            "2024-07-01/2024-12-31"})
    void whatIsAKeyStandsAsItIs(String key) {
        assertThat(new Identifiers().with("id", key).text()).isEqualTo("id=" + key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Nguyễn Văn Mẫu", "Nguyen Van Mau", "095088123451", "so-095088123451", "387123451", "C1234567", "QZ871234", "c1234567", "C-1234567",
            "095-080-100-001", "095.080.100.001", "0950-8010-0001", "095080-100001", "095-080-100001", "095_080100001", "387-123-451", "x095080100001", "095080100001x", "so.095.080.100.001", "095080-1000-01", "09508/0100/001", "0950:80100:001", "", "a\nb", "=1+1", "x;y", "ă"})
    void whatIsNoKeyOrANumberOfPapersIsHidden(String text) {
        assertThat(new Identifiers().with("id", text).text()).isEqualTo("id=…");
        assertThat(new Identifiers().with("id", "x".repeat(121)).text()).isEqualTo("id=…");
    }

    /** A migration names its instances before its target. */
    @Test
    void ofMoreThanFortyByOneNameTheRestIsCounted() {
        var identifiers = new Identifiers();
        IntStream.range(0, 500).forEach(id -> identifiers.with("processInstanceIds", id));

        assertThat(new Identifiers().with("id", 7).with(identifiers.with("targetProcessDefinitionId", "team:2:x")).text())
                .startsWith("id=7; processInstanceIds=0; ").contains("processInstanceIds=39; targetProcessDefinitionId=team:2:x").endsWith("; more=460");
        assertThat(Identifiers.read(identifiers.text())).containsEntry("more", "460").containsEntry("targetProcessDefinitionId", "team:2:x");
    }

    @Test
    void nothingIsNull() {
        assertThat(new Identifiers().with("id", null).text()).isNull();
        assertThat(new Identifiers().withAll("kind=individual; q=…").with("rows", 3).text()).isEqualTo("kind=individual; q=…; rows=3");
    }
}
