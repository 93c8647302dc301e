package org.deskwright.inference;

import java.net.URI;
import java.time.Duration;

/**
 * What a provider of models has to be told.
 *
 * @param name        under which the desk knows this model, for instance in {@code decisions/performer.dmn}
 * @param kind        of provider
 * @param address     up to where the vendor's own paths begin; {@code null} is where the vendor itself answers. Https, but on this machine
 * @param model       as the provider calls it
 * @param region      where a provider with many has to be asked, or {@code null}
 * @param account     at the provider, where it is asked for beside the key, or {@code null}
 * @param timeout     the longest that one call takes from its first byte to the last; a request may be less patient
 * @param concurrency calls at a time, at all models of the same account together; of several numbers the largest counts
 * @param price       of what goes in and out
 */
public record ModelSettings(String name, String kind, URI address, String model, String region, String account, ModelKey key,
        Duration timeout, int concurrency, ModelPrice price) {
}
