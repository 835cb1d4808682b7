package vn.phongtrao.outbox;

/** Carries messages of one channel to where they go. Called outside of transactions, by one thread of a node. */
public interface Carrier {

    Channel channel();

    /** Whether there is anything to carry with. Otherwise what waits goes on waiting. */
    boolean ready();

    /** Takes not longer than a few minutes, and throws nothing that it can say. */
    Delivery carry(OutgoingMessage message);

    /** Where it goes. When nobody is there for one message, others to the same place are not tried now. */
    String place(OutgoingMessage message);
}
