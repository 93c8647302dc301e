package org.deskwright;

import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Tests that share a desk share its people: what one test made the desk do, gave or took back, counts for and against no other. */
final class FreshLimits implements BeforeEachCallback {

    @Override
    public void beforeEach(ExtensionContext test) {
        JdbcClient jdbc = SpringExtension.getApplicationContext(test).getBean(JdbcClient.class);
        jdbc.sql("delete from permit").update();
        jdbc.sql("delete from action_begun").update();
        jdbc.sql("update ledger set state = 'revoked', gone_at = changed_at where state in ('confirmed', 'revoked') and type = 'add-to-group'").update();
        jdbc.sql("update revocation set demanded_at = timestamp with time zone '2000-01-01 00:00:00+00'").update();
    }
}
