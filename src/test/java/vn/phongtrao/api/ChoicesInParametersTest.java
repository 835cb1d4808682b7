package vn.phongtrao.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.convert.ConversionFailedException;
import org.springframework.format.support.DefaultFormattingConversionService;

import vn.phongtrao.notification.NoticeKind;
import vn.phongtrao.outbox.Channel;
import vn.phongtrao.outbox.OutgoingMessages;

/** What a choice is called in the address of a list: as the list itself calls it. */
class ChoicesInParametersTest {

    private final DefaultFormattingConversionService parameters = new DefaultFormattingConversionService();

    @BeforeEach
    void read() {
        new ApiDescription().addFormatters(parameters);
    }

    @Test
    void aChoiceIsCalledAsInBodies() {
        assertThat(parameters.convert("task-given-back", NoticeKind.class)).isEqualTo(NoticeKind.TASK_GIVEN_BACK);
        assertThat(parameters.convert("mail", Channel.class)).isEqualTo(Channel.MAIL);
        assertThat(parameters.convert("given-up", OutgoingMessages.State.class))
                .isEqualTo(OutgoingMessages.State.GIVEN_UP);
        assertThat(parameters.convert("", Channel.class)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "0", "mail,webhook"})
    void anythingElseIsNone(String text) {
        assertThatThrownBy(() -> parameters.convert(text, Channel.class)).isInstanceOf(ConversionFailedException.class);
    }
}
