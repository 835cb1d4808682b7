package vn.phongtrao.dossier;

import org.springframework.beans.factory.config.CustomScopeConfigurer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.SimpleTransactionScope;

/** Beans that live as long as a transaction. */
@Configuration(proxyBeanMethods = false)
class TransactionScope {

    @Bean
    static CustomScopeConfigurer transactionScoped() {
        var scopes = new CustomScopeConfigurer();
        scopes.addScope(Hand.SCOPE, new SimpleTransactionScope());
        return scopes;
    }
}
