package vn.phongtrao.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import vn.phongtrao.MovableClock;
import vn.phongtrao.TestTables;
import vn.phongtrao.dossier.DossierNumber;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.unit.Position;
import vn.phongtrao.unit.Post;
import vn.phongtrao.unit.UnitPath;
import vn.phongtrao.unit.Units;

@SpringJUnitConfig({TestTables.class, SqlDecisionBook.class})
class DecisionBookTest {

    private static final UnitPath PROVINCE = UnitPath.of("95");
    private static final UnitPath DISTRICT = UnitPath.of("95/954");
    private static final UnitPath COMMUNE = UnitPath.of("95/954/31813");

    private static final class Failure extends RuntimeException {
    }

    @MockitoBean
    private Units units;
    @Autowired
    private DecisionBook book;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private PlatformTransactionManager transactions;
    @Autowired
    private MovableClock clock;

    @BeforeEach
    void emptyBook() {
        jdbc.sql("truncate decision, decision_series cascade").update();
        clock.moveTo("2024-07-01");
        UnitsInCharge.in(units);
    }

    @Test
    void numbersHaveNoGapOrDuplicateWhenManyIssueAtOnceAndSomeFail() throws Exception {
        var threads = Executors.newFixedThreadPool(16);
        var tasks = IntStream.range(0, 200).<Callable<Boolean>>mapToObj(i -> () -> issued(i % 10 == 9)).toList();
        var outcomes = threads.invokeAll(tasks);
        threads.shutdown();

        var issued = 0;
        for (var outcome : outcomes) {
            issued += outcome.get() ? 1 : 0;
        }
        assertThat(issued).isEqualTo(180);
        assertThat(jdbc.sql("select number from decision order by number").query(Integer.class).list())
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 180).boxed().toList());
    }

    /** Issues a decision; when told to, the transaction fails after the number was taken. */
    private boolean issued(boolean failing) {
        try {
            new TransactionTemplate(transactions).executeWithoutResult(status -> {
                issue(PROVINCE, "QĐ-UBND");
                if (failing) {
                    throw new Failure();
                }
            });
            return true;
        } catch (Failure expected) {
            return false;
        }
    }

    @Test
    void numberingStartsAgainEachYear() {
        inTransaction(PROVINCE, "QĐ-UBND");
        inTransaction(PROVINCE, "QĐ-UBND");
        clock.moveTo("2025-01-01");

        var first = inTransaction(PROVINCE, "QĐ-UBND");

        assertThat(first.number()).isEqualTo(1);
        assertThat(first.year()).isEqualTo(2025);
        assertThat(first.signedOn()).isEqualTo(LocalDate.of(2025, 1, 1));
    }

    @Test
    void authoritiesAndSymbolsAreNumberedOnTheirOwn() {
        var issued = List.of(inTransaction(PROVINCE, "QĐ-UBND"), inTransaction(PROVINCE, "QĐ-UBND"),
                inTransaction(PROVINCE, "QĐ-CAT"), inTransaction(DISTRICT, "QĐ-UBND"),
                inTransaction(PROVINCE, "QĐ-UBND"));

        assertThat(issued).extracting(Decision::number).containsExactly(1, 2, 1, 1, 3);
    }

    @Test
    void aDecisionIsKeptAsItWasIssued() {
        var issued = inTransaction(PROVINCE, "QĐ-UBND");

        assertThat(jdbc.sql("select * from decision").query(SqlDecisionBook::decision).list()).containsExactly(issued);
        assertThat(issued).isEqualTo(new Decision(issued.id(), PROVINCE, Position.COMMITTEE_CHAIR, Decision.MATTER,
                "QĐ-UBND", 2024, 1, LocalDate.of(2024, 7, 1), "Về việc tặng Bằng khen", DossierNumber.of("HS-1"),
                COMMUNE, "committee-chair.95", issued.code()));
        assertThat(issued.label()).isEqualTo("01/QĐ-UBND");
    }

    @Test
    void aDecisionIsNotIssuedOutsideATransaction() {
        assertThatThrownBy(() -> issue(PROVINCE, "QĐ-UBND")).isInstanceOf(IllegalTransactionStateException.class);
        assertThat(jdbc.sql("select count(*) from decision_series").query(Long.class).single()).isZero();
    }

    @Test
    void nothingIsIssuedInTheNameOfAUnitThatHasEndedWhileNobodyIsInCharge() {
        given(units.inCharge(any(), any())).willReturn(Optional.empty());

        assertThatThrownBy(() -> inTransaction(PROVINCE, "QĐ-UBND")).isInstanceOf(Refusal.class)
                .hasMessageContaining("Tỉnh Mẫu không còn hoạt động vào ngày 01/07/2024");
        assertThatThrownBy(() -> new TransactionTemplate(transactions)
                .execute(status -> book.number(PROVINCE, "TTr-CAT"))).isInstanceOf(Refusal.class);
        assertThat(jdbc.sql("select count(*) from decision_series").query(Long.class).single()).isZero();
    }

    private Decision inTransaction(UnitPath authority, String symbol) {
        return new TransactionTemplate(transactions).execute(status -> issue(authority, symbol));
    }

    private Decision issue(UnitPath authority, String symbol) {
        return book.issue(new Post(authority, Position.COMMITTEE_CHAIR), Decision.MATTER, symbol,
                "Về việc tặng Bằng khen", DossierNumber.of("HS-1"), COMMUNE, "committee-chair.95");
    }
}
