package vn.phongtrao.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;
import org.springframework.dao.DataRetrievalFailureException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import vn.phongtrao.procedure.Rules;

class NightlyForgettingTest {

    private static final Clock NIGHT = Clock.fixed(Instant.parse("2026-03-01T19:40:00Z"), ZoneId.of("Asia/Ho_Chi_Minh"));

    private static final KeptFor A_YEAR = new KeptFor(12, "x");

    private final List<Instant> forgotten = new ArrayList<>();
    private final PlatformTransactionManager transactions = mock(PlatformTransactionManager.class);

    @Test
    void oneThatFailsKeepsNoOtherFromForgetting() {
        when(transactions.getTransaction(any())).thenReturn(null).thenThrow(new CannotCreateTransactionException("away")).thenReturn(null);
        night(new Keeper(() -> {
            throw new IllegalStateException("the engine does not know the table");
        }, forgotten::add), new Keeper(() -> Optional.of(A_YEAR), endedBefore -> {
            throw new DataRetrievalFailureException("");
        }), new Keeper(() -> Optional.of(A_YEAR), forgotten::add), new Keeper(() -> Optional.of(A_YEAR), forgotten::add));

        assertThat(forgotten).as("the third found no database").containsExactly(Instant.parse("2025-03-01T17:00:00Z"));
    }

    @Test
    void whatHasNoRowIsKept() {
        night(new Keeper(Optional::empty, forgotten::add));

        assertThat(forgotten).isEmpty();
    }

    private void night(Forgetful... keepers) {
        new NightlyForgetting(List.of(keepers), mock(Forgotten.class), mock(Rules.class), new TransactionTemplate(transactions), NIGHT).forget();
    }

    private record Keeper(Supplier<Optional<KeptFor>> time, Consumer<Instant> forgets) implements Forgetful {

        @Override
        public String what() {
            return "note";
        }

        @Override
        public Optional<KeptFor> kept(Rules rules, LocalDate today) {
            return time.get();
        }

        @Override
        public List<String> forget(Instant endedBefore) {
            forgets.accept(endedBefore);
            return List.of();
        }
    }
}
