package vn.phongtrao.outbox;

import org.springframework.stereotype.Component;

/** Sends what waits when a test says so. */
@Component
public class SendNow {

    private final Postman postman;

    SendNow(Postman postman) {
        this.postman = postman;
    }

    public void now(Channel channel) {
        postman.carry(channel);
    }
}
