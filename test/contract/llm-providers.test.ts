import { testProviders } from '#test/support/provider-suite.ts';

testProviders('in one piece');
